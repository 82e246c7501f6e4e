using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;
using static SoraFunctions.World.Render.WideMath;

namespace SoraFunctions.World.Render;

/// <summary>Sixteen vectors or linear colours.</summary>
internal readonly struct Wide3(Wide x, Wide y, Wide z)
{
    private const MethodImplOptions Inline = MethodImplOptions.AggressiveInlining;

    public readonly Wide X = x;
    public readonly Wide Y = y;
    public readonly Wide Z = z;

    public static Wide3 Zero => default;

    [MethodImpl(Inline)]
    public static Wide3 All(Vector3 v) => new(Vector512.Create(v.X), Vector512.Create(v.Y), Vector512.Create(v.Z));

    [MethodImpl(Inline)]
    public static Wide3 operator +(Wide3 a, Wide3 b) => new(a.X + b.X, a.Y + b.Y, a.Z + b.Z);

    [MethodImpl(Inline)]
    public static Wide3 operator -(Wide3 a, Wide3 b) => new(a.X - b.X, a.Y - b.Y, a.Z - b.Z);

    [MethodImpl(Inline)]
    public static Wide3 operator -(Wide3 a) => new(-a.X, -a.Y, -a.Z);

    [MethodImpl(Inline)]
    public static Wide3 operator *(Wide3 a, Wide3 b) => new(a.X * b.X, a.Y * b.Y, a.Z * b.Z);

    [MethodImpl(Inline)]
    public static Wide3 operator *(Wide3 a, Wide b) => new(a.X * b, a.Y * b, a.Z * b);

    [MethodImpl(Inline)]
    public static Wide3 operator *(Wide3 a, float b) => new(a.X * b, a.Y * b, a.Z * b);

    /// <summary>a + b * t.</summary>
    [MethodImpl(Inline)]
    public static Wide3 Along(Wide3 a, Wide3 b, Wide t) => new(Fma(b.X, t, a.X), Fma(b.Y, t, a.Y), Fma(b.Z, t, a.Z));

    [MethodImpl(Inline)]
    public static Wide Dot(Wide3 a, Wide3 b) => Fma(a.X, b.X, Fma(a.Y, b.Y, a.Z * b.Z));

    [MethodImpl(Inline)]
    public static Wide3 Cross(Wide3 a, Wide3 b) => new(
        Fms(a.Y, b.Z, a.Z * b.Y), Fms(a.Z, b.X, a.X * b.Z), Fms(a.X, b.Y, a.Y * b.X));

    [MethodImpl(Inline)]
    public static Wide3 Normalize(Wide3 a) => a * InverseSqrt(Dot(a, a) + WideMath.All(1e-30f));

    [MethodImpl(Inline)]
    public static Wide3 Reflect(Wide3 incoming, Wide3 normal)
    {
        var d = Dot(incoming, normal);
        return Along(incoming, normal, -(d + d));
    }

    [MethodImpl(Inline)]
    public static Wide3 Lerp(Wide3 a, Wide3 b, Wide t) => new(
        WideMath.Lerp(a.X, b.X, t), WideMath.Lerp(a.Y, b.Y, t), WideMath.Lerp(a.Z, b.Z, t));

    [MethodImpl(Inline)]
    public static Wide3 Select(Wide mask, Wide3 yes, Wide3 no) => new(
        WideMath.Select(mask, yes.X, no.X), WideMath.Select(mask, yes.Y, no.Y), WideMath.Select(mask, yes.Z, no.Z));

    /// <summary>Zero where the mask is off.</summary>
    [MethodImpl(Inline)]
    public static Wide3 Only(Wide mask, Wide3 a) => new(a.X & mask, a.Y & mask, a.Z & mask);

    [MethodImpl(Inline)]
    public static Wide MaxOf(Wide3 a) => Max(a.X, Max(a.Y, a.Z));

    /// <summary>Relative luminance of a linear BT.709 colour.</summary>
    [MethodImpl(Inline)]
    public static Wide Luminance(Wide3 a) => Fma(a.X, WideMath.All(0.2126f), Fma(a.Y, WideMath.All(0.7152f), a.Z * 0.0722f));

    /// <summary>
    /// Two unit vectors at right angles to a unit normal and each other (Duff et al., "Building an Orthonormal Basis, Revisited",
    /// JCGT 2017).
    /// </summary>
    [MethodImpl(Inline)]
    public static void Basis(Wide3 n, out Wide3 tangent, out Wide3 bitangent)
    {
        var sign = WideMath.Select(Vector512.LessThan(n.Z, Wide.Zero), WideMath.All(-1), Wide.One);
        var a = -Inverse(sign + n.Z);
        var b = n.X * n.Y * a;
        tangent = new Wide3(Wide.One + sign * n.X * n.X * a, sign * b, -(sign * n.X));
        bitangent = new Wide3(b, sign + n.Y * n.Y * a, -n.Y);
    }
}
