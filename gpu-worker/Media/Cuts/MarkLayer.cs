using System.Globalization;
using SoraFunctions.Contract.Renders;

namespace SoraFunctions.Media.Cuts;

/// <summary>
/// Puts an invisible mark into a cut while it is encoded: a film of two pictures, the mark and its reverse, one pixel a cell, which ffmpeg
/// makes stronger where the picture is busy, enlarges (bilinearly: straight lines between the middles of cells) and adds.
/// </summary>
/// <remarks>
/// How busy a cell is, is the mean distance of its pixels from the mean around them, in levels; the least among its neighbours counts, so that the
/// quiet side of a lone edge stays quiet. What is busy hides contrast in proportion (Legge and Foley 1980).
/// </remarks>
internal sealed class MarkLayer(LumaMark mark, FrameFormat format)
{
    private const byte Neutral = 128;
    private const int Bright = 100;

    /// <summary>How often a second it is looked at how busy the picture is.</summary>
    private const int Looks = 8;

    /// <summary>Steps of a level in which that is told.</summary>
    private const int Steps = 12;

    /// <summary>Levels by which a picture is busy that has nothing but noise, and levels of strength for each one more.</summary>
    private const double Noise = 0.5, Gain = 0.4;

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

    /// <summary>The filters that add it. They lend it out without end, and the picture ends it.</summary>
    /// <param name="input">Number of the input.</param>
    /// <param name="from">Name of the picture that is marked.</param>
    /// <param name="to">Name of the marked picture.</param>
    public string Filter(int input, string from, string to)
    {
        var most = Math.Max(mark.Strength, mark.BusyStrength ?? mark.Strength);
        return string.Create(CultureInfo.InvariantCulture,
            $"[{from}]split[plain][looked];[looked]fps={Looks},scale={2 * _across}:{2 * _down}:flags=area,split[fine][sharp];[fine]avgblur=2:planes=1[soft];"
            + $"[sharp][soft]blend=c0_mode=difference,scale={_across}:{_down}:flags=area,lutyuv=y=min(255\\,val*{Steps}),"
            + $"avgblur=1:planes=1,erosion=threshold1=0:threshold2=0,avgblur=1:planes=1[busy];"
            + $"[{input}:v]fps={Looks}[cells];[cells][busy]lut2=c0={Neutral}+(x-{Neutral})*{(Neutral - 1) / (Bright * most)}"
            + $"*clip({mark.Strength}+{Gain}*max(0\\,y/{Steps}-{Noise})\\,{mark.Strength}\\,{most}):c1=x:c2=x:shortest=1,"
            + $"scale={format.Width}:{format.Height}:flags=bilinear,lutyuv=y=round({Neutral}+(val-{Neutral})*{most / (Neutral - 1)}):u=val:v=val,"
            + $"fps={format.FramesPerSecond},tpad=stop_mode=clone:stop=-1[mark];[plain][mark]blend=all_mode=grainmerge:shortest=1[{to}];");
    }

    private static int Cells(int pixels, FrameFormat format, LumaMark mark) =>
        Math.Max(2, (int)Math.Round(pixels / Math.Max(mark.LeastCell, Math.Min(format.Width, format.Height) / (double)mark.CellsOfShortSide)));
}
