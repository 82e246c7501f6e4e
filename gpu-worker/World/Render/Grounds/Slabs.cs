using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;
using SoraFunctions.World.Scenes;
using static SoraFunctions.World.Render.WideMath;

namespace SoraFunctions.World.Render.Grounds;

/// <summary>Cast concrete: slabs with joints, clouds of cement, pores, stains along the edges.</summary>
internal static class Slabs
{
    private const int Period = 2;

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static void Paint(Wide x, Wide z, Ground ground, int seed, ref GroundTexel texel)
    {
        // In the middle of the stage is the middle of one.
        x += All(0.5f);
        z += All(0.5f);
        var tone = TileNoise.Cell(x, z, Period, Period, seed) - All(0.5f);
        var cloud = TileNoise.Fractal(x * 2, z * 2, 4, 4, 7, seed + 1);
        var fine = TileNoise.Fractal(x * 40, z * 40, 80, 80, 3, seed + 3);
        TileNoise.Points(x * 30, z * 30, 60, seed + 5, out var pit, out _);
        var pore = SmoothStep(All(0.16f), All(0.05f), pit.Distance * Fma(pit.Chance, All(0.9f), All(0.6f))) & Vector512.GreaterThan(pit.Chance, All(0.55f));
        var (across, along) = (x - Vector512.Floor(x), z - Vector512.Floor(z));
        var edge = Min(Min(across, Wide.One - across), Min(along, Wide.One - along));
        var joint = SmoothStep(All(0.0075f), All(0.0045f), edge);
        var stain = SmoothStep(All(0.1f), Wide.Zero, edge + cloud * 0.05f) * 0.35f;
        var strength = Saturate(All(0.34f) + cloud * 0.42f + fine * 0.14f + tone * 0.3f + stain + pore * 0.5f);
        texel.Colour = Wide3.Lerp(texel.Colour, Wide3.All(ground.Second), strength) * (Wide.One - joint * 0.75f);
        texel.Height = cloud * 0.002f + fine * 0.0006f - pore * 0.003f - SmoothStep(All(0.011f), All(0.004f), edge) * 0.012f;
        texel.Roughness = Saturate(texel.Roughness + cloud * 0.16f + fine * 0.06f + joint * 0.4f);
        texel.Reflectance *= Wide.One - joint;
    }
}
