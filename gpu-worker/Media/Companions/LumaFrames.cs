using System.Globalization;
using System.IO.Compression;
using System.Text;
using SoraFunctions.Contract.Renders;

namespace SoraFunctions.Media.Companions;

/// <summary>Small grey frames of a video, four of each second, by which copies of it are known again; taken while it is encoded.</summary>
/// <param name="Width">Pixels across.</param>
/// <param name="Height">Pixels down.</param>
internal sealed record LumaFrames(int Width, int Height)
{
    private const int LongSide = 96;

    /// <summary>Frames of that format.</summary>
    public static LumaFrames Of(FrameFormat format)
    {
        var scale = Math.Min(1, LongSide / (double)Math.Max(format.Width, format.Height));
        return new LumaFrames(Math.Max(1, (int)Math.Round(format.Width * scale)), Math.Max(1, (int)Math.Round(format.Height * scale)));
    }

    /// <summary>The filter that lets them through: every other one of those that readers of films take, eight of each second.</summary>
    public string Filter => $"fps=8:eof_action=pass,select=not(mod(n\\,2)),format=yuv420p,extractplanes=y,scale={Width}:{Height}:flags=area";

    /// <summary>Writes what came of the filter, raw and one after the other, as <see cref="OutputNames.Frames"/>.</summary>
    /// <param name="raw">What came of it.</param>
    /// <param name="target">The file that is written.</param>
    /// <param name="cancellation">Stops the work.</param>
    public async Task Write(string raw, string target, CancellationToken cancellation)
    {
        await using var frames = File.OpenRead(raw);
        await using var file = File.Create(target);
        await using var packed = new GZipStream(file, CompressionLevel.Optimal);
        await packed.WriteAsync(Encoding.ASCII.GetBytes(string.Create(CultureInfo.InvariantCulture, $"YUV4MPEG2 W{Width} H{Height} F4:1 Ip A1:1 Cmono\n")), cancellation).ConfigureAwait(false);
        var luma = new byte[Width * Height];
        while (await frames.ReadAtLeastAsync(luma, luma.Length, throwOnEndOfStream: false, cancellation).ConfigureAwait(false) == luma.Length)
        {
            await packed.WriteAsync("FRAME\n"u8.ToArray(), cancellation).ConfigureAwait(false);
            await packed.WriteAsync(luma, cancellation).ConfigureAwait(false);
        }
    }
}
