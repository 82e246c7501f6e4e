using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;
using SoraFunctions.World.Render.Around;
using static SoraFunctions.World.Render.WideMath;

namespace SoraFunctions.World.Render;

/// <summary>
/// Light from all around, prepared once: octahedral maps (Cigolle et al., "Survey of Efficient Representations for Independent Unit
/// Vectors", 2014) blurred for five roughnesses, and nine spherical harmonics for diffuse light.
/// </summary>
internal sealed class Surroundings
{
    private const int Levels = 5;

    private readonly OctahedralMaps maps = new([.. Enumerable.Range(0, Levels).Select(Size)]);
    private readonly Vector3[] harmonics;

    /// <param name="radiance">What comes from sixteen directions.</param>
    public Surroundings(Func<Wide3, Wide3> radiance)
    {
        var finest = Octahedron.Sampled(radiance, Size(0));
        harmonics = finest.Halved(32).Harmonics();
        finest.Cap();
        maps.Set(finest, 0);
        var source = finest.Halved(128);
        for (var level = 1; level < Levels; level++)
        {
            var alpha = MathF.Pow(level / (Levels - 1f), 2);
            maps.Set(Lobe.Blurred(source, Size(level), alpha), level);
            source = source.Halved(64);
        }
    }

    /// <summary>Radiance reflected from around a direction by a surface of a perceptual roughness.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public Wide3 Radiance(in Wide3 direction, Wide roughness)
    {
        var level = Saturate(roughness) * (Levels - 1);
        var whole = Min(Vector512.Floor(level), All(Levels - 2));
        var index = Whole(whole);
        OctahedralMaps.Fold(direction, out var x, out var z);
        var rest = level - whole;
        var fine = maps.Look(x, z, index);
        return Any(Vector512.GreaterThan(rest, All(0.01f))) ? Wide3.Lerp(fine, maps.Look(x, z, index + WideInt.One), rest) : fine;
    }

    /// <summary>Irradiance over pi (Ramamoorthi and Hanrahan, "An Efficient Representation for Irradiance Environment Maps", 2001).</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public Wide3 Diffuse(in Wide3 n)
    {
        var result = Wide3.All(harmonics[0]);
        result += Wide3.All(harmonics[1]) * n.Y + Wide3.All(harmonics[2]) * n.Z + Wide3.All(harmonics[3]) * n.X;
        result += Wide3.All(harmonics[4]) * (n.X * n.Y) + Wide3.All(harmonics[5]) * (n.Y * n.Z);
        result += Wide3.All(harmonics[6]) * Fma(n.Z * n.Z, All(3), All(-1)) + Wide3.All(harmonics[7]) * (n.X * n.Z);
        result += Wide3.All(harmonics[8]) * (n.X * n.X - n.Y * n.Y);
        return new Wide3(Max(result.X, Wide.Zero), Max(result.Y, Wide.Zero), Max(result.Z, Wide.Zero));
    }

    private static int Size(int level) => 256 >> level;
}
