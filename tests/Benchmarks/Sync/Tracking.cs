using SoraFunctions.Benchmarks.Physics;
using SoraFunctions.Media.Running;

namespace SoraFunctions.Benchmarks.Sync;

/// <summary>Follows a red ball in a decoded video, and finds when it strikes the ground: where the arcs before and after cross.</summary>
internal static class Tracking
{
    private const int Width = 640;
    private const int Rate = 60;

    // Frames of an arc that are enough for a parabola.
    private const int Least = 4;

    /// <summary>The instants of impacts in seconds, seen in the picture alone.</summary>
    /// <param name="video">The video: 640 pixels wide, 60 frames a second.</param>
    /// <param name="guesses">About when they are, in order of time.</param>
    public static async Task<IReadOnlyList<double>> Impacts(string video, IReadOnlyList<double> guesses)
    {
        var raw = await Ffmpeg.Read(["-i", video, "-f", "rawvideo", "-pix_fmt", "rgb24", "pipe:1"], CancellationToken.None);
        var heights = raw.Chunk(Width * 360 * 3).Select((frame, i) => ((double)i / Rate, -Blob.Of(frame, Width, 0).Y)).ToList();
        List<double> found = [];
        for (var i = 0; i < guesses.Count; i++)
        {
            var (from, at, to) = (i == 0 ? 0 : guesses[i - 1], guesses[i], i + 1 < guesses.Count ? guesses[i + 1] : guesses[i] + 0.2);

            // The shutter is open for half a frame: whole arcs are seen a quarter of a frame late, and frames with an impact are no use.
            var before = Arc(heights, from + (1.5 / Rate), at - (0.5 / Rate));
            var after = Arc(heights, at + (1.5 / Rate), to - (0.5 / Rate));
            if (before is not null && after is not null)
            {
                found.Add(Crossing(before, after, at) - (0.25 / Rate));
            }
        }

        return found;
    }

    private static double[]? Arc(List<(double Time, double Value)> heights, double from, double to)
    {
        var part = heights.Where(one => one.Time > from && one.Time < to && one.Value < 0).ToList();
        return part.Count < Least ? null : Fit.Polynomial(part, 2);
    }

    private static double Crossing(double[] before, double[] after, double guess)
    {
        for (var i = 0; i < 20; i++)
        {
            var apart = before[0] - after[0] + ((before[1] - after[1]) * guess) + ((before[2] - after[2]) * guess * guess);
            guess -= apart / (before[1] - after[1] + (2 * (before[2] - after[2]) * guess));
        }

        return guess;
    }
}
