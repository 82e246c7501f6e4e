using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;
using SoraFunctions.World.Scenes;
using static SoraFunctions.World.Render.WideMath;

namespace SoraFunctions.World.Render.Grounds;

/// <summary>Asphalt after rain: stones in tar, and puddles in the hollows that mirror everything.</summary>
internal static class Asphalt
{
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static void Paint(Wide x, Wide z, Ground ground, int seed, ref GroundTexel texel)
    {
        TileNoise.Points(x * 24, z * 24, 48, seed, out var stone, out var next);
        var dome = Saturate((next - stone.Distance) * 2.2f);
        var fine = TileNoise.Fractal(x * 60, z * 60, 120, 120, 2, seed + 3);
        var hollow = TileNoise.Fractal(x, z, 2, 2, 5, seed + 9);
        // The water stands level: what is below it is flat.
        var flood = SmoothStep(All(-0.02f), All(-0.14f), hollow);
        var film = SmoothStep(All(0.14f), All(-0.06f), hollow);
        var relief = dome * Fma(stone.Chance, All(0.006f), All(0.003f)) + fine * 0.0012f;
        texel.Height = relief * Fma(flood, All(-0.97f), Wide.One) + Max(hollow, All(-0.06f)) * 0.012f;
        var tone = Saturate(Fma(stone.Chance - All(0.5f), All(0.9f), All(0.5f)) * dome + fine * 0.2f);
        var colour = Wide3.Lerp(Wide3.All(ground.Second), texel.Colour * 1.25f, tone);
        // Water fills the pores: less light finds its way out.
        texel.Colour = colour * Fma(film, All(-0.45f), Wide.One);
        texel.Roughness = Lerp(Lerp(texel.Roughness, texel.Roughness * 0.6f, film), All(0.045f), flood);
        texel.Reflectance = Lerp(texel.Reflectance * Fma(dome, All(0.6f), All(0.4f)), Max(texel.Reflectance, All(0.025f)), flood);
    }
}
