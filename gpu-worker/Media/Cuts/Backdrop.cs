using System.Globalization;
using SoraFunctions.Media.Lettering;
using SoraFunctions.Media.Running;

namespace SoraFunctions.Media.Cuts;

/// <summary>How bright the picture of a cut is, where and when, so that words on it are set in an ink that reads.</summary>
internal sealed class Backdrop
{
    private const int Columns = 320;
    private const int Rows = 180;
    private const int Samples = 5;

    private readonly Timeline _time;
    private readonly IReadOnlyList<(double Time, double[] Luminances)> _looks;

    private Backdrop(Timeline time, IReadOnlyList<(double Time, double[] Luminances)> looks) => (_time, _looks) = (time, looks);

    /// <summary>Looks at a few frames of each shot.</summary>
    /// <param name="time">The cut.</param>
    /// <param name="shots">Shots on which words stand.</param>
    /// <param name="clipFrames">Number of frames of each clip, by its path.</param>
    /// <param name="cancellation">Stops the work.</param>
    public static async Task<Backdrop> Read(Timeline time, IReadOnlyCollection<TimedShot> shots, IReadOnlyDictionary<string, int> clipFrames, CancellationToken cancellation)
    {
        var frames = shots.SelectMany(shot => Enumerable.Range(0, Samples).Select(k => (Shot: shot, Frame: Math.Min(shot.Frames, clipFrames[shot.Clip]) * (2 * k + 1) / (2 * Samples)))).ToList();
        if (frames.Count == 0)
            return new Backdrop(time, []);
        // Each frame is an input of its own, opened at its very time: of a clip of key frames none before it is decoded.
        var rgb = await Ffmpeg.Read(
            [
                .. frames.SelectMany(look => new[]
                {
                    "-threads", "1", "-f", "mov", "-protocol_whitelist", "file",
                    "-ss", (look.Frame / (double)time.Rate).ToString("0.######", CultureInfo.InvariantCulture),
                    "-i", "file:" + Path.GetFullPath(look.Shot.Clip),
                }),
                "-filter_complex",
                string.Concat(frames.Select((_, i) => $"[{i}:v]trim=end_frame=1,scale={Columns}:{Rows}:flags=area:in_color_matrix=bt709,setsar=1,format=rgb24,setpts=0[v{i}];"))
                    + string.Concat(frames.Select((_, i) => $"[v{i}]")) + $"concat=n={frames.Count}:v=1:a=0[all]",
                "-map", "[all]", "-fps_mode", "passthrough", "-f", "rawvideo", "-pix_fmt", "rgb24", "pipe:1",
            ],
            cancellation).ConfigureAwait(false);
        const int bytes = Columns * Rows * 3;
        return rgb.Length == bytes * frames.Count
            ? new Backdrop(time, [.. frames.Select((look, i) => (time.At(look.Shot.Start + look.Frame), Luminances(rgb.AsSpan(i * bytes, bytes))))])
            : throw new InvalidDataException("A clip has fewer frames than its index says.");
    }

    /// <summary>Luminance that 2 % of the area under a rectangle is darker than, that half is, and that 2 % is brighter than, while it is covered.</summary>
    /// <param name="box">The rectangle, in pixels.</param>
    /// <param name="from">Seconds.</param>
    /// <param name="to">Seconds.</param>
    public (double Low, double Middle, double High) Under(Rect box, double from, double to)
    {
        var (w, h) = (_time.Order.Format.Width, _time.Order.Format.Height);
        var (left, right) = (Math.Clamp((int)(box.Left / w * Columns), 0, Columns - 1), Math.Clamp((int)Math.Ceiling(box.Right / w * Columns), 1, Columns));
        var (top, bottom) = (Math.Clamp((int)(box.Top / h * Rows), 0, Rows - 1), Math.Clamp((int)Math.Ceiling(box.Bottom / h * Rows), 1, Rows));
        var seen = new List<double>();
        foreach (var (_, luminances) in During(from, to))
        {
            for (var y = top; y < bottom; y++)
                seen.AddRange(luminances.AsSpan(y * Columns + left, Math.Max(1, right - left)));
        }

        if (seen.Count == 0)
            return (0, 0.5, 1);
        seen.Sort();
        return (seen[seen.Count * 2 / 100], seen[seen.Count / 2], seen[seen.Count * 98 / 100]);
    }

    /// <summary>What was looked at while words are there, a little before and after included; the nearest where that is nothing.</summary>
    private IEnumerable<(double Time, double[] Luminances)> During(double from, double to)
    {
        var during = _looks.Where(look => look.Time >= from - 0.12 && look.Time <= to + 0.12).ToList();
        return during.Count > 0 || _looks.Count == 0 ? during : [_looks.MinBy(look => Math.Min(Math.Abs(look.Time - from), Math.Abs(look.Time - to)))];
    }

    private static double[] Luminances(ReadOnlySpan<byte> rgb)
    {
        var luminances = new double[rgb.Length / 3];
        for (var i = 0; i < luminances.Length; i++)
            luminances[i] = new Ink(rgb[3 * i], rgb[3 * i + 1], rgb[3 * i + 2]).Luminance;
        return luminances;
    }
}
