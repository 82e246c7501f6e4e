using SoraFunctions.Contract.Renders;
using SoraFunctions.Media.Films;

namespace SoraFunctions.Media.Tests.Films;

/// <summary>Clips of plain moving shapes, made with the writer itself.</summary>
internal static class TestFilm
{
    public delegate (byte Y, byte U, byte V) Painter(double x, double y, int frame);

    public static async Task Write(string path, FrameFormat format, int frames, Painter paint)
    {
        await using var writer = new VideoWriter(path, format);
        for (var i = 0; i < frames; i++)
        {
            var frame = writer.Rent();
            Fill(frame, format, i, paint);
            await writer.Write(frame, CancellationToken.None);
        }

        await writer.Complete(CancellationToken.None);
    }

    public static Painter Plain(byte y, byte u = 128, byte v = 128) => (_, _, _) => (y, u, v);

    private static void Fill(byte[] frame, FrameFormat format, int index, Painter paint)
    {
        var (w, h) = (format.Width, format.Height);
        var chroma = w * h;
        for (var y = 0; y < h; y++)
        {
            for (var x = 0; x < w; x++)
            {
                var colour = paint((x + 0.5) / w, (y + 0.5) / h, index);
                frame[y * w + x] = colour.Y;
                if ((x & 1) != 0 || (y & 1) != 0)
                    continue;
                var at = chroma + y / 2 * (w / 2) + x / 2;
                frame[at] = colour.U;
                frame[at + w * h / 4] = colour.V;
            }
        }
    }
}
