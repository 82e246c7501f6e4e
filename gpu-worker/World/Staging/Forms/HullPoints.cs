using System.Numerics;

namespace SoraFunctions.World.Staging.Forms;

/// <summary>Picks the few points of many that stand for their convex hull.</summary>
internal static class HullPoints
{
    private const int Below = 16;
    private const int Around = 46;

    /// <summary>
    /// At most 62 points: the outermost of the lowest ones, on which it stands, and the farthest in directions spread evenly over the
    /// ball (Fibonacci's spiral).
    /// </summary>
    public static IReadOnlyList<Vector3> Of(IEnumerable<Vector3> points)
    {
        var all = points.ToArray();
        float low = all.Min(p => p.Y), high = all.Max(p => p.Y);
        var ground = Array.FindAll(all, p => p.Y - low <= 0.01f * (high - low));
        var directions = Enumerable.Range(0, Around).Select(Spiral);
        var rim = Enumerable.Range(0, Below).Select(k => MathF.SinCos(MathF.Tau * k / Below)).Select(a => new Vector3(a.Sin, 0, a.Cos));
        return [.. rim.Select(d => Farthest(ground, d) with { Y = low }).Concat(directions.Select(d => Farthest(all, d))).Distinct()];
    }

    private static Vector3 Spiral(int k)
    {
        var y = 1 - ((2 * k) + 1f) / Around;
        var (sine, cosine) = MathF.SinCos(k * MathF.PI * (3 - MathF.Sqrt(5)));
        return new(MathF.Sqrt(1 - (y * y)) * cosine, y, MathF.Sqrt(1 - (y * y)) * sine);
    }

    private static Vector3 Farthest(Vector3[] points, Vector3 direction)
    {
        var (best, most) = (points[0], float.MinValue);
        foreach (var point in points)
        {
            var reach = Vector3.Dot(point, direction);
            if (reach > most)
            {
                (best, most) = (point, reach);
            }
        }

        return best;
    }
}
