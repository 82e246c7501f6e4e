using System.Numerics;

namespace SoraFunctions.World.Staging.Forms;

/// <summary>Closed tubes along a path: stalks, handles, rails, branches.</summary>
internal static class Tube
{
    private const int Cap = 3;

    /// <summary>Draws a round tube.</summary>
    /// <param name="builder">Where to put it.</param>
    /// <param name="path">Points of its middle line.</param>
    /// <param name="radius">Radius at 0 (first point) to 1 (last point).</param>
    /// <param name="sides">Facets round it.</param>
    /// <param name="bulge">How far its ends are rounded, as a part of the radius; 0 for flat ends.</param>
    public static void Draw(MeshBuilder builder, IReadOnlyList<Vector3> path, Func<float, float> radius, int sides = 12, float bulge = 1) =>
        Draw(builder, path, t => new(radius(t)), null, sides, bulge);

    /// <summary>Draws a tube with an oval section.</summary>
    /// <param name="builder">Where to put it.</param>
    /// <param name="path">Points of its middle line.</param>
    /// <param name="section">Half axes of the section, first the one towards <paramref name="side"/>.</param>
    /// <param name="side">Direction of the first half axis at the beginning; null for any.</param>
    /// <param name="sides">Facets round it.</param>
    /// <param name="bulge">How far its ends are rounded, as a part of the radius; 0 for flat ends.</param>
    public static void Draw(
        MeshBuilder builder, IReadOnlyList<Vector3> path, Func<float, Vector2> section, Vector3? side, int sides = 12, float bulge = 1)
    {
        List<(Vector3 At, Vector3 Along, Vector3 X, Vector3 Y, Vector2 Half, float Slope)> rings = [];
        var x = side ?? Vector3.Cross(path[1] - path[0], Math.Abs(path[1].Y - path[0].Y) > 0.7f * (path[1] - path[0]).Length() ? Vector3.UnitX : Vector3.UnitY);
        for (var i = 0; i < path.Count; i++)
        {
            var along = Vector3.Normalize(path[Math.Min(i + 1, path.Count - 1)] - path[Math.Max(i - 1, 0)]);
            x = Vector3.Normalize(x - (along * Vector3.Dot(x, along)));
            var half = section(i / (path.Count - 1f));
            var step = (path[Math.Min(i + 1, path.Count - 1)] - path[Math.Max(i - 1, 0)]).Length();
            var grows = section(Math.Min(i + 1, path.Count - 1) / (path.Count - 1f)) - section(Math.Max(i - 1, 0) / (path.Count - 1f));
            rings.Add((path[i], along, x, Vector3.Cross(along, x), half, -(grows.X + grows.Y) / 2 / step));
        }

        rings.InsertRange(0, End(rings[0], -1, bulge));
        rings.AddRange(End(rings[^1], 1, bulge).Reverse());
        builder.Grid(rings.Count, sides + 1, (i, j) =>
        {
            var (at, along, right, up, half, slope) = rings[i];
            var (sine, cosine) = MathF.SinCos(j % sides * MathF.Tau / sides);
            var position = at + (right * (cosine * half.X)) + (up * (sine * half.Y));
            var across = Vector3.Normalize((right * (cosine * Math.Max(half.Y, 1e-9f))) + (up * (sine * Math.Max(half.X, 1e-9f))));
            var normal = float.IsFinite(slope) ? across + (along * slope) : along * MathF.Sign(slope);
            return builder.Vertex(position, Vector3.Normalize(normal), new(j / (float)sides, 1 - (i / (rings.Count - 1f))));
        });
    }

    // Rings of a round end from its pole inwards; a flat one comes with a crease.
    private static IEnumerable<(Vector3 At, Vector3 Along, Vector3 X, Vector3 Y, Vector2 Half, float Slope)> End(
        (Vector3 At, Vector3 Along, Vector3 X, Vector3 Y, Vector2 Half, float Slope) ring, float sense, float bulge)
    {
        var reach = Math.Min(ring.Half.X, ring.Half.Y) * bulge;
        if (reach <= 0)
        {
            yield return ring with { Half = default, Slope = sense * float.PositiveInfinity };
            yield return ring with { Slope = sense * float.PositiveInfinity };
            yield break;
        }

        for (var k = 0; k < Cap; k++)
        {
            var (sine, cosine) = MathF.SinCos((1 - (k / (float)Cap)) * MathF.PI / 2);
            var slope = k == 0 ? sense * float.PositiveInfinity : sense * sine / cosine / bulge;
            yield return ring with { At = ring.At + (ring.Along * (sense * sine * reach)), Half = k == 0 ? default : ring.Half * cosine, Slope = slope };
        }
    }
}
