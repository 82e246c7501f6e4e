using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;
using SoraFunctions.World.Scenes;
using static SoraFunctions.World.Render.WideMath;

namespace SoraFunctions.World.Render.Grounds;

/// <summary>Snow: drifts, a crust of grains, and facets of which a few always catch the light.</summary>
internal static class SnowCover
{
    private const int Period = 8;

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static void Paint(Wide x, Wide z, Ground ground, int seed, ref GroundTexel texel)
    {
        var drift = TileNoise.Fractal(x * 0.5f, z * 0.75f, Period / 2, 6, 3, seed);
        var crust = TileNoise.Fractal(x * 4, z * 4, 32, 32, 4, seed + 3);
        var clod = Saturate(TileNoise.Gradient(x * 7, z * 7, 56, 56, seed + 5) - All(0.45f));
        TileNoise.Points(x * 48, z * 48, 384, seed + 7, out var grain, out _);
        texel.Height = drift * 0.4f + crust * 0.032f + clod * 0.05f + (All(0.5f) - grain.Distance) * 0.0014f;
        var shade = Saturate(All(0.1f) - drift * 0.25f - crust * 0.12f + (grain.Chance - All(0.5f)) * 0.12f);
        var colour = Wide3.Lerp(texel.Colour, Wide3.All(ground.Second), shade);
        // A crystal lies flat to the light once in a while; smaller than a pixel it melts into the white by itself.
        var glint = SmoothStep(All(0.34f), All(0.12f), grain.Distance) & Vector512.GreaterThan(grain.Chance, All(0.975f));
        texel.Colour = Wide3.Lerp(colour, Wide3.All(new Vector3(1f)), glint);
        texel.Roughness = Lerp(Max(texel.Roughness, All(0.7f)), All(0.25f), glint);
        texel.Reflectance = Lerp(texel.Reflectance, All(0.12f), glint);
    }
}
