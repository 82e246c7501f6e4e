using System.Globalization;
using SoraFunctions.Contract.Storyboards;

namespace SoraFunctions.Pipeline.Storyboards;

/// <summary>How unlike two storyboards are.</summary>
public static class StoryboardDistance
{
    /// <summary>Longest way between two colours in sRGB.</summary>
    private static readonly double _widest = Math.Sqrt(3 * 255 * 255);

    /// <summary>
    /// 0 for two that look the same to 1 for two that share nothing: the mean of how unlike their hooks, places, telling (what happens and how large
    /// it is seen, in order), camera moves, lights and palettes are.
    /// </summary>
    public static double Between(Storyboard one, Storyboard other)
    {
        double[] parts =
        [
            Hook(one.Shots[0], other.Shots[0]),
            Apart([.. one.Shots.Select(shot => shot.Setting)], [.. other.Shots.Select(shot => shot.Setting)]),
            Edits([.. one.Shots.Select(shot => (shot.Action, shot.Camera.Framing))], [.. other.Shots.Select(shot => (shot.Action, shot.Camera.Framing))]),
            Edits([.. one.Shots.Select(shot => shot.Camera.Move)], [.. other.Shots.Select(shot => shot.Camera.Move)]),
            Edits([.. one.Shots.Select(shot => shot.Light)], [.. other.Shots.Select(shot => shot.Light)]),
            (Colours(one.Look.Primary, other.Look.Primary) + Colours(one.Look.Accent, other.Look.Accent)) / 2,
        ];
        return parts.Average();
    }

    private static double Hook(Shot one, Shot other) => new[]
    {
        one.Action != other.Action,
        one.Setting != other.Setting,
        (one.Camera.Move, one.Camera.Framing) != (other.Camera.Move, other.Camera.Framing),
        one.Light != other.Light,
    }.Average(differs => differs ? 1.0 : 0);

    // Jaccard: the share of all that only one of them has.
    private static double Apart<T>(HashSet<T> one, HashSet<T> other) => 1 - ((double)one.Intersect(other).Count() / one.Union(other).Count());

    // Levenshtein, by the length of the longer.
    private static double Edits<T>(IReadOnlyList<T> one, IReadOnlyList<T> other)
    {
        var row = Enumerable.Range(0, other.Count + 1).ToArray();
        for (var i = 1; i <= one.Count; i++)
        {
            var diagonal = row[0];
            row[0] = i;
            for (var k = 1; k <= other.Count; k++)
            {
                var changed = diagonal + (EqualityComparer<T>.Default.Equals(one[i - 1], other[k - 1]) ? 0 : 1);
                diagonal = row[k];
                row[k] = Math.Min(changed, Math.Min(row[k], row[k - 1]) + 1);
            }
        }

        return (double)row[^1] / Math.Max(one.Count, other.Count);
    }

    // A third of the widest way is as far as colours of one film are ever apart.
    private static double Colours(string one, string other)
    {
        var (left, right) = (Parse(one), Parse(other));
        var squares = Math.Pow(left.R - right.R, 2) + Math.Pow(left.G - right.G, 2) + Math.Pow(left.B - right.B, 2);
        return Math.Min(1, 3 * Math.Sqrt(squares) / _widest);
    }

    private static (int R, int G, int B) Parse(string colour)
    {
        var rgb = int.Parse(colour.AsSpan(1), NumberStyles.HexNumber, CultureInfo.InvariantCulture);
        return (rgb >> 16, (rgb >> 8) & 255, rgb & 255);
    }
}
