using System.Numerics;

namespace SoraFunctions.World.Staging.Forms;

/// <summary>One level of a body that is drawn level by level.</summary>
/// <param name="Radius">Half of the width in metres.</param>
/// <param name="Y">Height in metres.</param>
/// <param name="Middle">Where the middle of the level lies on x.</param>
internal readonly record struct Level(float Radius, float Y, float Middle = 0);

/// <summary>Bodies with round levels: cylinders, cones, bottles, cups.</summary>
internal static class Loft
{
    private const float CreaseCosine = 0.75f;
    private const int Around = 72;

    /// <summary>Draws a sector of the mantle of a body from its levels.</summary>
    /// <param name="builder">Where to put it.</param>
    /// <param name="levels">Levels along the outline, outside on the right: from the bottom up on an outer side.</param>
    /// <param name="from">Angle in radians where it begins: 0 in front, growing towards +x.</param>
    /// <param name="to">Angle where it ends.</param>
    /// <param name="coordinate">Place in the picture for an angle and a level.</param>
    /// <param name="depth">Depth as a part of the width.</param>
    public static void Sector(
        MeshBuilder builder, IReadOnlyList<Level> levels, float from, float to, Func<float, Level, Vector2> coordinate, float depth = 1)
    {
        var rows = WithNormals(levels);
        var columns = Math.Max(4, (int)MathF.Round(Around * (to - from) / MathF.Tau));
        builder.Grid(rows.Count, columns + 1, (i, j) =>
        {
            var (level, outwards, up, lean) = rows[i];
            var angle = float.Lerp(from, to, j / (float)columns);
            var (sine, cosine) = MathF.SinCos(angle);
            var position = new Vector3(level.Middle + (level.Radius * sine), level.Y, level.Radius * depth * cosine);
            var normal = new Vector3(outwards * sine, up - (lean * outwards * sine), outwards * cosine / depth);
            return builder.Vertex(position, Vector3.Normalize(normal), coordinate(angle, level));
        });
    }

    /// <summary>Draws the whole mantle without a picture.</summary>
    public static void Plain(MeshBuilder builder, IReadOnlyList<Level> levels) =>
        Sector(builder, levels, -MathF.PI, MathF.PI, (angle, level) => new(0.5f));

    /// <summary>Levels with a rounded corner instead of each sharp one.</summary>
    /// <param name="corners">Corners of the outline from the bottom's middle to the top's.</param>
    /// <param name="radius">Radius of the rounding in metres.</param>
    public static List<Level> Rounded(IReadOnlyList<Level> corners, float radius)
    {
        const int steps = 5;
        List<Level> result = [corners[0]];
        for (var i = 1; i + 1 < corners.Count; i++)
        {
            Vector2 before = At(corners[i - 1]), here = At(corners[i]), after = At(corners[i + 1]);
            var reach = Math.Min(radius, 0.45f * Math.Min((before - here).Length(), (after - here).Length()));
            Vector2 from = here + (Vector2.Normalize(before - here) * reach), to = here + (Vector2.Normalize(after - here) * reach);
            for (var k = 0; k <= steps; k++)
            {
                var t = k / (float)steps;
                var point = Vector2.Lerp(Vector2.Lerp(from, here, t), Vector2.Lerp(here, to, t), t);
                result.Add(new(Math.Max(point.X, 0), point.Y));
            }
        }

        result.Add(corners[^1]);
        return result;
    }

    private static Vector2 At(Level level) => new(level.Radius, level.Y);

    // Each level with the normal of its outline; a level on a crease comes twice, once with each side's.
    private static List<(Level Level, float Outwards, float Up, float Lean)> WithNormals(IReadOnlyList<Level> levels)
    {
        Vector2 Normal(int segment)
        {
            var along = At(levels[segment + 1]) - At(levels[segment]);
            return along.LengthSquared() > 0 ? Vector2.Normalize(new(along.Y, -along.X)) : Vector2.UnitX;
        }

        List<(Level, float, float, float)> rows = [];
        for (var i = 0; i < levels.Count; i++)
        {
            var before = Normal(Math.Max(i - 1, 0));
            var after = Normal(Math.Min(i, levels.Count - 2));
            Level low = levels[Math.Max(i - 1, 0)], high = levels[Math.Min(i + 1, levels.Count - 1)];
            var lean = Math.Abs(high.Y - low.Y) > 1e-6f ? (high.Middle - low.Middle) / (high.Y - low.Y) : 0;
            if (Vector2.Dot(before, after) < CreaseCosine)
            {
                rows.Add((levels[i], before.X, before.Y, lean));
                rows.Add((levels[i], after.X, after.Y, lean));
            }
            else
            {
                var mean = Vector2.Normalize(before + after);
                rows.Add((levels[i], mean.X, mean.Y, lean));
            }
        }

        return rows;
    }
}
