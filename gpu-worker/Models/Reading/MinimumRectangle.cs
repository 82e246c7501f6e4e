using System.Numerics;

namespace SoraFunctions.Models.Reading;

/// <summary>The smallest rectangle, at any angle, around points.</summary>
internal static class MinimumRectangle
{
    /// <summary>The rectangle, with its longer side along the line; level where it is as good as square.</summary>
    /// <param name="points">The points; at least one.</param>
    public static TextBox Around(IEnumerable<Vector2> points)
    {
        var hull = Hull([.. points.OrderBy(point => point.X).ThenBy(point => point.Y)]);
        var best = Box(hull, 0);
        // One side of the smallest rectangle lies along a side of the hull.
        for (var i = 0; i < hull.Count; i++)
        {
            var side = hull[(i + 1) % hull.Count] - hull[i];
            var box = Box(hull, MathF.Atan2(side.Y, side.X));
            if (box.Width * box.Height < best.Width * best.Height - 1e-3f)
                best = box;
        }
        return Upright(best);
    }

    private static TextBox Box(List<Vector2> hull, float angle)
    {
        var along = new Vector2(MathF.Cos(angle), MathF.Sin(angle));
        var across = new Vector2(-along.Y, along.X);
        var (left, right) = (hull.Min(point => Vector2.Dot(point, along)), hull.Max(point => Vector2.Dot(point, along)));
        var (top, bottom) = (hull.Min(point => Vector2.Dot(point, across)), hull.Max(point => Vector2.Dot(point, across)));
        var centre = along * ((left + right) / 2) + across * ((top + bottom) / 2);
        return new(centre.X, centre.Y, right - left, bottom - top, angle);
    }

    // The same rectangle with its angle within 45 degrees of level.
    private static TextBox Upright(TextBox box)
    {
        const float quarter = MathF.PI / 2;
        var turns = (int)MathF.Round(box.Angle / quarter);
        var angle = box.Angle - turns * quarter;
        return turns % 2 == 0 ? box with { Angle = angle } : box with { Width = box.Height, Height = box.Width, Angle = angle };
    }

    // Andrew's monotone chain; the points come sorted.
    private static List<Vector2> Hull(Vector2[] points)
    {
        List<Vector2> Chain(IEnumerable<Vector2> sorted)
        {
            var chain = new List<Vector2>();
            foreach (var point in sorted)
            {
                while (chain.Count > 1 && Cross(chain[^1] - chain[^2], point - chain[^2]) <= 0)
                    chain.RemoveAt(chain.Count - 1);
                chain.Add(point);
            }
            chain.RemoveAt(chain.Count - 1);
            return chain;
        }
        return points.Length == 1 ? [points[0]] : [.. Chain(points), .. Chain(points.Reverse())];
    }

    private static float Cross(Vector2 one, Vector2 other) => one.X * other.Y - one.Y * other.X;
}
