using System.Numerics;

namespace SoraFunctions.World.Staging.Forms;

/// <summary>Tells whether what stands about the y axis is round about it, as bottles, cans and jars are.</summary>
internal static class Roundness
{
    private const int Levels = 24;
    private const int Directions = 16;

    // A regular octagon reaches 0.92 of its radius in every direction; a hexagon 0.87.
    private const float LeastReach = 0.9f;
    private const double RoundPart = 0.9;

    /// <summary>The outline from the bottom up; null when it is not round.</summary>
    /// <param name="points">Its points, y from 0 to the height.</param>
    /// <param name="height">In metres.</param>
    public static IReadOnlyList<(double Radius, double Y)>? Outline(IEnumerable<Vector3> points, float height)
    {
        var reach = new float[Levels, Directions];
        var (low, high) = (new float[Levels], new float[Levels]);
        Array.Fill(low, float.MaxValue);
        foreach (var point in points)
        {
            var level = Math.Clamp((int)(point.Y / height * Levels), 0, Levels - 1);
            (low[level], high[level]) = (Math.Min(low[level], point.Y), Math.Max(high[level], point.Y));
            for (var d = 0; d < Directions; d++)
            {
                var (sine, cosine) = MathF.SinCos(d * MathF.Tau / Directions);
                reach[level, d] = Math.Max(reach[level, d], (point.X * cosine) + (point.Z * sine));
            }
        }

        List<(double, double)> outline = [];
        var (levels, round, widest, widestRound) = (0, 0, 0f, 0f);
        for (var level = 0; level < Levels; level++)
        {
            var (least, most) = (float.MaxValue, 0f);
            for (var d = 0; d < Directions; d++)
            {
                (least, most) = (Math.Min(least, reach[level, d]), Math.Max(most, reach[level, d]));
            }

            if (most > 0)
            {
                var isRound = least >= LeastReach * most;
                (levels, round) = (levels + 1, round + (isRound ? 1 : 0));
                (widest, widestRound) = (Math.Max(widest, most), isRound ? Math.Max(widestRound, most) : widestRound);
                outline.Add((most, low[level]));
                outline.Add((most, high[level]));
            }
        }

        return levels > 1 && round >= RoundPart * levels && widestRound >= widest ? outline : null;
    }
}
