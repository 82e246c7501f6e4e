using System.Globalization;
using SoraFunctions.Media.Running;

namespace SoraFunctions.Media.Lettering;

/// <summary>How bright a clip is and where, so that words on it are set in an ink that reads.</summary>
internal sealed class Backdrop
{
    private const int Columns = 64;
    private const int Rows = 36;
    private const int Samples = 5;

    private readonly double[] _luminances;

    private Backdrop(ReadOnlySpan<byte> rgb)
    {
        _luminances = new double[rgb.Length / 3];
        for (var i = 0; i < _luminances.Length; i++)
            _luminances[i] = new Ink(rgb[3 * i], rgb[3 * i + 1], rgb[3 * i + 2]).Luminance;
    }

    /// <summary>Looks at a few frames of each clip.</summary>
    /// <param name="clips">The files, and of how many of their frames.</param>
    /// <param name="framesPerSecond">The rate of all.</param>
    /// <param name="cancellation">Stops the work.</param>
    public static async Task<IReadOnlyList<Backdrop>> Read(IReadOnlyList<(string Path, int Frames)> clips, int framesPerSecond, CancellationToken cancellation)
    {
        if (clips.Count == 0)
            return [];
        // Each frame is an input of its own, opened at its time: of a clip of key frames nothing else is decoded.
        var looks = clips.SelectMany(clip => Enumerable.Range(0, Samples).Select(k => (clip.Path, Frame: clip.Frames * (2 * k + 1) / (2 * Samples)))).ToList();
        var rgb = await Ffmpeg.Read(
            [
                .. looks.SelectMany(look => new[]
                {
                    "-threads", "1", "-f", "mov", "-protocol_whitelist", "file",
                    "-ss", (Math.Max(0, look.Frame - 0.5) / framesPerSecond).ToString("0.######", CultureInfo.InvariantCulture),
                    "-i", "file:" + Path.GetFullPath(look.Path),
                }),
                "-filter_complex",
                string.Concat(looks.Select((_, i) => $"[{i}:v]trim=end_frame=1,scale={Columns}:{Rows}:flags=area:in_color_matrix=bt709,setsar=1,format=rgb24,setpts=0[v{i}];"))
                    + string.Concat(looks.Select((_, i) => $"[v{i}]")) + $"concat=n={looks.Count}:v=1:a=0[all]",
                "-map", "[all]", "-fps_mode", "passthrough", "-f", "rawvideo", "-pix_fmt", "rgb24", "pipe:1",
            ],
            cancellation).ConfigureAwait(false);
        const int bytes = Samples * Columns * Rows * 3;
        return rgb.Length == bytes * clips.Count
            ? [.. clips.Select((_, i) => new Backdrop(rgb.AsSpan(i * bytes, bytes)))]
            : throw new InvalidDataException("A clip has fewer frames than its index says.");
    }

    /// <summary>Luminance that 4 % of the area under a rectangle is darker than, and that 4 % is brighter than.</summary>
    /// <param name="box">The rectangle, in fractions of the frame.</param>
    public (double Low, double High) Under(Rect box)
    {
        var seen = new List<double>();
        for (var frame = 0; frame < Samples; frame++)
        {
            for (var y = (int)(Math.Max(0, box.Top) * Rows); y < Math.Min(Rows, box.Bottom * Rows); y++)
            {
                for (var x = (int)(Math.Max(0, box.Left) * Columns); x < Math.Min(Columns, box.Right * Columns); x++)
                    seen.Add(_luminances[(frame * Rows + y) * Columns + x]);
            }
        }

        if (seen.Count == 0)
            return (0, 1);
        seen.Sort();
        return (seen[seen.Count * 4 / 100], seen[seen.Count * 96 / 100]);
    }
}
