using System.Numerics;

namespace SoraFunctions.World.Staging.Forms;

/// <summary>Signed distance in metres from a surface: negative inside.</summary>
internal delegate float Field(Vector3 point);

/// <summary>
/// Bodies as signed distances, melted into each other (Quilez, "Distance functions" and "Smooth minimum", iquilezles.org): the form
/// that limbs, hulls and hands are thought of in.
/// </summary>
internal static class Fields
{
    /// <summary>A ball.</summary>
    public static Field Ball(Vector3 centre, float radius) => p => (p - centre).Length() - radius;

    /// <summary>An ellipsoid; a bound of the distance away from the surface.</summary>
    /// <param name="centre">Its middle.</param>
    /// <param name="half">Half axes.</param>
    /// <param name="turn">From its space; null for upright.</param>
    public static Field Ellipsoid(Vector3 centre, Vector3 half, Quaternion? turn = null)
    {
        var back = Quaternion.Conjugate(turn ?? Quaternion.Identity);
        var least = Math.Min(half.X, Math.Min(half.Y, half.Z));
        return p =>
        {
            var q = Vector3.Transform(p - centre, back);
            var scaled = (q / half).Length();
            return scaled < 1e-4f ? -least : scaled * (scaled - 1) / (q / (half * half)).Length();
        };
    }

    /// <summary>A limb: two balls of different size and what is stretched between them.</summary>
    public static Field Limb(Vector3 from, Vector3 to, float start, float end)
    {
        var axis = to - from;
        var squared = axis.LengthSquared();
        var shrink = start - end;
        var slope = squared - (shrink * shrink);
        var inverse = 1 / squared;
        return p =>
        {
            var q = p - from;
            var y = Vector3.Dot(q, axis);
            var z = y - squared;
            var x = ((q * squared) - (axis * y)).LengthSquared();
            float y2 = y * y * squared, z2 = z * z * squared;
            var k = MathF.Sign(shrink) * shrink * shrink * x;
            return MathF.Sign(z) * slope * z2 > k ? (MathF.Sqrt(x + z2) * inverse) - end
                : MathF.Sign(y) * slope * y2 < k ? (MathF.Sqrt(x + y2) * inverse) - start
                : (((MathF.Sqrt(x * slope * inverse) + (y * shrink)) * inverse) - start);
        };
    }

    /// <summary>A block with rounded edges.</summary>
    /// <param name="centre">Its middle.</param>
    /// <param name="half">Half edge lengths, rounding included.</param>
    /// <param name="rounding">Radius of the edges.</param>
    /// <param name="turn">From its space; null for upright.</param>
    public static Field Block(Vector3 centre, Vector3 half, float rounding, Quaternion? turn = null)
    {
        var back = Quaternion.Conjugate(turn ?? Quaternion.Identity);
        var core = half - new Vector3(rounding);
        return p =>
        {
            var q = Vector3.Abs(Vector3.Transform(p - centre, back)) - core;
            return Vector3.Max(q, Vector3.Zero).Length() + Math.Min(Math.Max(q.X, Math.Max(q.Y, q.Z)), 0) - rounding;
        };
    }

    /// <summary>All of them, melted together where they are nearer than <paramref name="width"/>.</summary>
    public static Field Blend(float width, params Field[] fields) => p =>
    {
        var distance = fields[0](p);
        for (var i = 1; i < fields.Length; i++)
        {
            distance = Least(distance, fields[i](p), width);
        }

        return distance;
    };

    /// <summary>One without another, the edge softened over <paramref name="width"/>.</summary>
    public static Field Without(float width, Field field, Field hollow) => p => -Least(-field(p), hollow(p), width);

    /// <summary>What two have in common, the edge softened over <paramref name="width"/>.</summary>
    public static Field Common(float width, Field one, Field other) => p => -Least(-one(p), -other(p), width);

    private static float Least(float a, float b, float width)
    {
        var h = Math.Max(width - Math.Abs(a - b), 0) / width;
        return Math.Min(a, b) - (h * h * h * width / 6);
    }
}
