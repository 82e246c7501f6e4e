using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;
using SoraFunctions.World.Scenes;
using static SoraFunctions.World.Render.WideMath;

namespace SoraFunctions.World.Render;

/// <summary>A rectangular lamp as surfaces see it: noise-free integrals of its light.</summary>
internal sealed class Softbox
{
    private readonly Vector3 centre;
    private readonly Vector3 halfRight;
    private readonly Vector3 halfUp;
    private readonly Vector3 normal;
    private readonly Vector3[] corners;

    public Softbox(AreaLight light)
    {
        (centre, halfRight, halfUp) = (light.Centre, light.HalfRight, light.HalfUp);
        normal = Vector3.Normalize(Vector3.Cross(halfRight, halfUp));
        corners = [centre - halfRight - halfUp, centre + halfRight - halfUp, centre + halfRight + halfUp, centre - halfRight + halfUp];
        Radiance = light.Radiance;
        Shadow = light.Shadow;
        Size = MathF.Max(halfRight.Length(), halfUp.Length());
    }

    public Vector3 Radiance { get; }

    public bool Shadow { get; }

    /// <summary>Its four corners, in turn.</summary>
    public ReadOnlySpan<Vector3> Corners => corners;

    /// <summary>Half its longer side.</summary>
    public float Size { get; }

    /// <summary>A point on the lamp.</summary>
    /// <param name="u">-1 to 1 across.</param>
    /// <param name="v">-1 to 1 upwards.</param>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public Wide3 Point(Wide u, Wide v) => Wide3.Along(Wide3.Along(Wide3.All(centre), Wide3.All(halfRight), u), Wide3.All(halfUp), v);

    /// <summary>
    /// Irradiance over pi at unit radiance, 0 to 1: Lambert's polygon formula, its horizon clipping replaced by that of a sphere of the
    /// same vector irradiance (the idea of Hill and Heitz, "Real-Time Area Lighting: a Journey from Research to Production", 2016).
    /// </summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public Wide FormFactor(in Wide3 point, in Wide3 surfaceNormal)
    {
        var a = Wide3.Normalize(Wide3.All(corners[0]) - point);
        var b = Wide3.Normalize(Wide3.All(corners[1]) - point);
        var c = Wide3.Normalize(Wide3.All(corners[2]) - point);
        var d = Wide3.Normalize(Wide3.All(corners[3]) - point);
        var sum = Edge(b, a) + Edge(c, b) + Edge(d, c) + Edge(a, d);
        var length = Sqrt(Wide3.Dot(sum, sum));
        var front = Vector512.GreaterThan(Wide3.Dot(point - Wide3.All(centre), Wide3.All(normal)), Wide.Zero);
        var z = Wide3.Dot(sum, surfaceNormal) * Inverse(length + All(1e-12f));
        var w = Sqrt(Min(length, Wide.One)) + All(1e-4f);
        var partly = (z + w) * (z + w) * Inverse(All(4) * w);
        var height = Select(Vector512.GreaterThan(z, w), z, Select(Vector512.LessThan(z, -w), Wide.Zero, partly));
        return (length * height) & front;
    }

    /// <summary>
    /// Part of a lobe around a mirror direction that falls on the lamp, 0 to 1: the lamp blurred by the lobe where the direction meets
    /// its plane. The lamp itself is brighter in the middle, as cloth-fronted softboxes are.
    /// </summary>
    /// <param name="point">Where the light is reflected.</param>
    /// <param name="direction">Mirror direction.</param>
    /// <param name="spread">Half-width of the lobe in radians.</param>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public Wide Reflected(in Wide3 point, in Wide3 direction, Wide spread)
    {
        var toward = -Wide3.Dot(direction, Wide3.All(normal));
        var height = Wide3.Dot(point - Wide3.All(centre), Wide3.All(normal));
        var lit = Vector512.GreaterThan(toward, All(0.02f)) & Vector512.GreaterThan(height, Wide.Zero);
        if (!Any(lit)) return Wide.Zero;
        var t = height * Inverse(Max(toward, All(0.02f)));
        var q = Wide3.Along(point, direction, t) - Wide3.All(centre);
        var u = Wide3.Dot(q, Wide3.All(halfRight / halfRight.LengthSquared()));
        var v = Wide3.Dot(q, Wide3.All(halfUp / halfUp.LengthSquared()));
        var reach = t * spread;
        var narrow = Cover(u, v, reach, 0.06f);
        var wide = Cover(u, v, reach * 3.5f, 0.3f);
        var profile = All(1.15f) - All(0.45f) * Min(All(0.5f) * Fma(u, u, v * v), Wide.One);
        var fade = Saturate((toward - All(0.02f)) * 8);
        return (Fma(narrow, All(0.88f) * profile, wide * 0.12f) * fade) & lit;
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private Wide Cover(Wide u, Wide v, Wide reach, float edge)
    {
        var su = Inverse(Fma(reach, All(1 / halfRight.Length()), All(edge)));
        var sv = Inverse(Fma(reach, All(1 / halfUp.Length()), All(edge)));
        var across = Step((u + Wide.One) * su) - Step((u - Wide.One) * su);
        var upward = Step((v + Wide.One) * sv) - Step((v - Wide.One) * sv);
        return across * upward;
    }

    /// <summary>A smooth step from 0 to 1 as x goes from -1.5 to 1.5.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Wide Step(Wide x)
    {
        var t = Saturate(Fma(x, All(1 / 3f), All(0.5f)));
        return t * t * (All(3) - t - t);
    }

    /// <summary>One edge's part of the vector irradiance over pi: its angle along the normal of the plane through it.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Wide3 Edge(in Wide3 a, in Wide3 b)
    {
        var x = Wide3.Dot(a, b);
        // angle / sin(angle) as a polynomial of the squared sine of half the angle, or of half of what is missing to two right angles,
        // whichever is smaller (interpolated at Chebyshev's nodes, error below 5e-6).
        var q = Fma(Vector512.Abs(x), All(-0.5f), All(0.5f));
        var ratio = Fma(Fma(Fma(All(2.6654187f), q, All(-1.8370605f)), q, All(1.2839809f)), q, All(0.28960053f));
        ratio = Fma(Fma(Fma(ratio, q, All(0.54801317f)), q, All(0.6661962f)), q, All(1.0000024f));
        var obtuse = Vector512.LessThan(x, Wide.Zero);
        if (Any(obtuse))
            ratio = Select(obtuse, Fma(InverseSqrt(Max(Wide.One - x * x, All(1e-7f))), All(MathF.PI), -ratio), ratio);
        return Wide3.Cross(a, b) * (ratio * (0.5f / MathF.PI));
    }
}
