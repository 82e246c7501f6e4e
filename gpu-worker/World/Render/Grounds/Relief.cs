using System.Numerics;
using System.Runtime.CompilerServices;
using static SoraFunctions.World.Render.WideMath;

namespace SoraFunctions.World.Render.Grounds;

/// <summary>
/// How diffuse light on level ground changes where it slopes, as a factor: what turns to the lamps is brighter and has their colour. Light
/// itself can then be found coarsely, and the relief still has every pixel's sharpness.
/// </summary>
/// <param name="AlongX">Relative change of light, for each colour, on a normal that leans by 1 along x.</param>
/// <param name="AlongZ">Likewise along z.</param>
internal sealed record Relief(Vector3 AlongX, Vector3 AlongZ)
{
    /// <summary>Light from straight above.</summary>
    public static readonly Relief None = new(Vector3.Zero, Vector3.Zero);

    /// <summary>Measures the light at the origin.</summary>
    /// <param name="diffuse">Irradiance for a unit normal.</param>
    public static Relief Of(Func<Vector3, Vector3> diffuse)
    {
        const float lean = 0.35f;
        Vector3 Change(Vector3 way)
        {
            var (to, from) = (diffuse(Vector3.Normalize(Vector3.UnitY + way * lean)), diffuse(Vector3.Normalize(Vector3.UnitY - way * lean)));
            var level = Vector3.Max(diffuse(Vector3.UnitY), new Vector3(1e-5f));
            return Vector3.Clamp((to - from) / (2 * lean * level), new Vector3(-2), new Vector3(2));
        }

        return new Relief(Change(Vector3.UnitX), Change(Vector3.UnitZ));
    }

    /// <summary>The factor for normals (-dh/dx, 1, -dh/dz).</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public Wide3 Light(in Wide3 slope) => Turned(slope * InverseSqrt(Fma(slope.X, slope.X, Fma(slope.Z, slope.Z, Wide.One))));

    /// <summary>The factor for normals of unit length.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public Wide3 Turned(in Wide3 normal) => new(
        Bounded(Fma(normal.X, All(AlongX.X), Fma(normal.Z, All(AlongZ.X), normal.Y))),
        Bounded(Fma(normal.X, All(AlongX.Y), Fma(normal.Z, All(AlongZ.Y), normal.Y))),
        Bounded(Fma(normal.X, All(AlongX.Z), Fma(normal.Z, All(AlongZ.Z), normal.Y))));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Wide Bounded(Wide factor) => Min(Max(factor, All(0.06f)), All(2.2f));
}
