using System.Numerics;

namespace SoraFunctions.Models.Reading;

/// <summary>
/// Takes lines out of a map of how likely each point is the inside of a line (differentiable binarisation, Liao and others 2020): connected points
/// above a threshold, the smallest rectangle around them, grown back by what the network was taught to leave out.
/// </summary>
internal static class TextMap
{
    private const float Threshold = 0.3f;
    private const float MeanThreshold = 0.6f;
    private const float Growth = 1.5f;
    private const int SmallestSide = 3;

    /// <summary>The lines, in points of the map.</summary>
    /// <param name="map">The probabilities, in rows from the top.</param>
    /// <param name="width">Points across.</param>
    /// <param name="height">Points down.</param>
    public static IEnumerable<TextBox> Lines(float[] map, int width, int height)
    {
        var seen = new bool[map.Length];
        for (var start = 0; start < map.Length; start++)
            if (!seen[start] && map[start] > Threshold)
            {
                var points = Connected(map, width, height, start, seen);
                var box = MinimumRectangle.Around(Corners(points, width));
                if (Math.Min(box.Width, box.Height) >= SmallestSide && points.Average(point => map[point]) >= MeanThreshold)
                    yield return Grown(box);
            }
    }

    private static List<int> Connected(float[] map, int width, int height, int start, bool[] seen)
    {
        var points = new List<int> { start };
        seen[start] = true;
        for (var next = 0; next < points.Count; next++)
        {
            var (x, y) = (points[next] % width, points[next] / width);
            for (var v = Math.Max(0, y - 1); v <= Math.Min(height - 1, y + 1); v++)
                for (var u = Math.Max(0, x - 1); u <= Math.Min(width - 1, x + 1); u++)
                {
                    var neighbour = v * width + u;
                    if (!seen[neighbour] && map[neighbour] > Threshold)
                    {
                        seen[neighbour] = true;
                        points.Add(neighbour);
                    }
                }
        }
        return points;
    }

    // The outer corners of the first and last point of each row: the hull needs no others.
    private static IEnumerable<Vector2> Corners(List<int> points, int width)
    {
        foreach (var row in points.GroupBy(point => point / width))
        {
            var (left, right) = (row.Min() % width, row.Max() % width + 1);
            yield return new(left, row.Key);
            yield return new(right, row.Key);
            yield return new(left, row.Key + 1);
            yield return new(right, row.Key + 1);
        }
    }

    private static TextBox Grown(TextBox box)
    {
        var distance = box.Width * box.Height * Growth / (2 * (box.Width + box.Height));
        return box with { Width = box.Width + 2 * distance, Height = box.Height + 2 * distance };
    }
}
