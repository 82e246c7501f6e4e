using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;
using SoraFunctions.World.Scenes;
using static SoraFunctions.World.Render.WideMath;

namespace SoraFunctions.World.Render.Grounds;

/// <summary>Asphalt: stones in tar, worn in places. Rain comes over it as <see cref="Puddles"/>.</summary>
internal static class Asphalt
{
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static void Paint(Wide x, Wide z, Ground ground, int seed, ref GroundTexel texel)
    {
        TileNoise.Points(x * 24, z * 24, 48, seed, out var stone, out var next);
        var dome = Saturate((next - stone.Distance) * 2.2f);
        var fine = TileNoise.Fractal(x * 60, z * 60, 120, 120, 2, seed + 3);
        var worn = TileNoise.Fractal(x * 2, z * 2, 4, 4, 4, seed + 9);
        texel.Height = dome * Fma(stone.Chance, All(0.006f), All(0.003f)) + fine * 0.0012f;
        var tone = Saturate(Fma(stone.Chance - All(0.5f), All(0.9f), All(0.5f)) * dome + fine * 0.2f + worn * 0.2f);
        texel.Colour = Wide3.Lerp(Wide3.All(ground.Second), texel.Colour * 1.25f, tone);
        texel.Roughness = Saturate(texel.Roughness * Fma(worn, All(0.3f), Wide.One));
        texel.Reflectance *= Fma(dome, All(0.6f), All(0.4f));
    }
}
