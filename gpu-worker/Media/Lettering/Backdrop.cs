using System.Globalization;
using SoraFunctions.Media.Running;

namespace SoraFunctions.Media.Lettering;

/// <summary>How bright a clip is and where, so that words on it are set in an ink that reads.</summary>
internal sealed class Backdrop(double[] luminances, int frames)
{
    private const int Columns = 64;
    private const int Rows = 36;
    private const int Samples = 5;

    /// <summary>Looks at a few frames of a clip.</summary>
    public static async Task<Backdrop> Read(string clip, int frames, CancellationToken cancellation)
    {
        var every = Math.Max(1, frames / Samples);
        var rgb = await Ffmpeg.Read(
            [
                "-threads", "2", "-i", clip, "-vf",
                string.Create(CultureInfo.InvariantCulture, $"select=not(mod(n-{every / 2}\\,{every})),scale={Columns}:{Rows}:flags=area:in_color_matrix=bt709"),
                "-fps_mode", "passthrough", "-f", "rawvideo", "-pix_fmt", "rgb24", "pipe:1",
            ],
            cancellation).ConfigureAwait(false);
        var luminances = new double[rgb.Length / 3];
        for (var i = 0; i < luminances.Length; i++)
            luminances[i] = new Ink(rgb[3 * i], rgb[3 * i + 1], rgb[3 * i + 2]).Luminance;
        return new Backdrop(luminances, luminances.Length / (Columns * Rows));
    }

    /// <summary>Luminance that 4 % of the area under a rectangle is darker than, and that 4 % is brighter than.</summary>
    /// <param name="box">The rectangle, in fractions of the frame.</param>
    public (double Low, double High) Under(Rect box)
    {
        var seen = new List<double>();
        for (var frame = 0; frame < frames; frame++)
        {
            for (var y = (int)(Math.Max(0, box.Top) * Rows); y < Math.Min(Rows, box.Bottom * Rows); y++)
            {
                for (var x = (int)(Math.Max(0, box.Left) * Columns); x < Math.Min(Columns, box.Right * Columns); x++)
                    seen.Add(luminances[(frame * Rows + y) * Columns + x]);
            }
        }

        if (seen.Count == 0)
            return (0, 1);
        seen.Sort();
        return (seen[seen.Count * 4 / 100], seen[seen.Count * 96 / 100]);
    }
}
