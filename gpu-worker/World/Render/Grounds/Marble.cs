using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;
using SoraFunctions.World.Scenes;
using static SoraFunctions.World.Render.WideMath;

namespace SoraFunctions.World.Render.Grounds;

/// <summary>Polished marble: clouds, and veins that run on a slant, branch and fade.</summary>
internal static class Marble
{
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static void Paint(Wide x, Wide z, Ground ground, int seed, ref GroundTexel texel)
    {
        // Slanted by whole cells, so that the tile still repeats.
        var slant = x + z;
        var bendX = TileNoise.Fractal(x, z, 3, 3, 6, seed);
        var bendZ = TileNoise.Fractal(x, z, 3, 3, 6, seed + 50);
        var (u, v) = (Fma(bendX, All(0.85f), slant), Fma(bendZ, All(0.6f), z));
        var swell = Saturate(Fma(TileNoise.Gradient(x + bendZ * 0.3f, z, 3, 3, seed + 3), All(1.4f), All(0.45f)));
        var main = Vein(TileNoise.Gradient(u, v * (2f / 3) + All(0.2f), 3, 2, seed + 5), 0.016f, 0.3f) * swell;
        var branch = Vein(TileNoise.Gradient(u * 2, v, 6, 3, seed + 7), 0.014f, 0.25f) * Saturate(Fma(bendZ, All(2), All(0.4f)));
        var hair = Vein(TileNoise.Gradient(u * 4 + bendX, v * 3, 12, 9, seed + 11), 0.012f, 0.1f) * Saturate(Fma(bendX, All(1.6f), All(0.3f)));
        var cloud = Saturate(Fma(TileNoise.Fractal(u, z, 3, 3, 5, seed + 13), All(0.8f), All(0.12f)));
        var grain = TileNoise.Gradient(x * 90, z * 90, 270, 270, seed + 17);
        var strength = Saturate(main * 0.95f + branch * 0.65f + hair * 0.35f + cloud * 0.3f + grain * 0.02f);
        texel.Colour = Wide3.Lerp(texel.Colour, Wide3.All(ground.Second), strength);
        // A rusty breath beside the strongest veins.
        texel.Colour *= Wide3.Lerp(Wide3.All(Vector3.One), Wide3.All(new Vector3(1.02f, 0.985f, 0.94f)), main);
        texel.Roughness = Saturate(texel.Roughness + main * 0.05f);
    }

    /// <summary>A sharp line where noise is 0, within a soft shade.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static Wide Vein(Wide noise, float width, float shade)
    {
        var distance = Vector512.Abs(noise);
        var (line, soft) = (distance * (1 / width), distance * (1 / (6 * width)));
        return Saturate(Inverse(Fma(line, line, Wide.One)) + Inverse(Fma(soft, soft * soft, Wide.One)) * shade);
    }
}
