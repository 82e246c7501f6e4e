using System.Globalization;
using SoraFunctions.Contract.Renders;

namespace SoraFunctions.Media.Cuts;

/// <summary>
/// Puts an invisible mark into a cut while it is encoded: a film of two pictures, the mark and its reverse, one pixel a cell, which ffmpeg
/// enlarges (bilinearly: straight lines between the middles of cells) and adds.
/// </summary>
internal sealed class MarkLayer(LumaMark mark, FrameFormat format)
{
    private const byte Neutral = 128;
    private const int Bright = 100;

    private readonly int _across = Cells(format.Width, format, mark);
    private readonly int _down = Cells(format.Height, format, mark);

    /// <summary>Writes the film of the mark.</summary>
    /// <param name="path">A file to make.</param>
    /// <param name="cancellation">Stops the work.</param>
    public async Task Write(string path, CancellationToken cancellation)
    {
        var (luma, chroma) = (_across * _down, 2 * ((_across + 1) / 2) * ((_down + 1) / 2));
        var film = new byte[2 * (luma + chroma)];
        film.AsSpan().Fill(Neutral);
        for (var y = 0; y < _down; y++)
        {
            for (var x = 0; x < _across; x++)
            {
                var cell = y % mark.Side * mark.Side + x % mark.Side;
                var level = (mark.Tile[cell / 8] << cell % 8 & 0x80) != 0 ? Bright : -Bright;
                film[y * _across + x] = (byte)(Neutral + level);
                film[luma + chroma + y * _across + x] = (byte)(Neutral - level);
            }
        }

        await File.WriteAllBytesAsync(path, film, cancellation).ConfigureAwait(false);
    }

    /// <summary>Arguments that open the film without end.</summary>
    /// <param name="path">The file.</param>
    public string[] Input(string path) =>
    [
        "-stream_loop", "-1", "-f", "rawvideo", "-pix_fmt", "yuv420p", "-s", $"{_across}x{_down}",
        "-framerate", (2 / mark.Cycle).ToString(CultureInfo.InvariantCulture), "-i", path,
    ];

    /// <summary>The filters that add it.</summary>
    /// <param name="input">Number of the input.</param>
    /// <param name="from">Name of the picture that is marked.</param>
    /// <param name="to">Name of the marked picture.</param>
    public string Filter(int input, string from, string to) => string.Create(CultureInfo.InvariantCulture,
        $"[{input}:v]scale={format.Width}:{format.Height}:flags=bilinear,lutyuv=y=round({Neutral}+(val-{Neutral})*{mark.Strength / Bright}):u=val:v=val,fps={format.FramesPerSecond}[mark];[{from}][mark]blend=all_mode=grainmerge:shortest=1[{to}];");

    private static int Cells(int pixels, FrameFormat format, LumaMark mark) =>
        Math.Max(2, (int)Math.Round(pixels / Math.Max(mark.LeastCell, Math.Min(format.Width, format.Height) / (double)mark.CellsOfShortSide)));
}
