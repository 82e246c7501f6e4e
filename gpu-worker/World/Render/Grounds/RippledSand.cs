using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;
using SoraFunctions.World.Scenes;
using static SoraFunctions.World.Render.WideMath;

namespace SoraFunctions.World.Render.Grounds;

/// <summary>A beach: ripples that fork, grains, and scattered bits of shell.</summary>
internal static class RippledSand
{
    private const int Period = 12;

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static void Paint(Wide x, Wide z, Ground ground, int seed, ref GroundTexel texel)
    {
        var sway = TileNoise.Fractal(x * 0.25f, z * 0.5f, Period / 4, Period / 2, 4, seed);
        var phase = Fma(sway, All(1.5f), z);
        Sampling.SinCos(phase - Vector512.Floor(phase), out var sine, out _);
        // Crests are narrower than troughs.
        var crest = Fma(sine, All(0.5f), All(0.5f));
        crest *= Fma(crest, All(0.55f), All(0.45f));
        var strength = Saturate(Fma(TileNoise.Fractal(x * 0.25f, z * 0.25f, Period / 4, Period / 4, 3, seed + 5), All(1.1f), All(0.55f)));
        var swell = TileNoise.Fractal(x * 0.5f, z * 0.5f, Period / 2, Period / 2, 3, seed + 9);
        var grain = TileNoise.Gradient(x * 21, z * 21, 252, 252, seed + 11) + TileNoise.Gradient(x * 40, z * 40, 480, 480, seed + 12);
        TileNoise.Points(x * 2.5f, z * 2.5f, 30, seed + 15, out var bit, out _);
        var shell = SmoothStep(All(0.06f), All(0.04f), bit.Distance + Vector512.Abs(bit.X) * 0.5f) & Vector512.GreaterThan(bit.Chance, All(0.93f));
        texel.Height = crest * strength * 0.2f + swell * 0.16f + grain * 0.005f + shell * 0.012f;
        var dark = Saturate(All(0.3f) - crest * strength * 0.3f + grain * 0.17f + swell * -0.15f);
        texel.Colour = Wide3.Lerp(Wide3.Lerp(texel.Colour, Wide3.All(ground.Second), dark), Wide3.All(new Vector3(0.75f, 0.68f, 0.58f)), shell);
    }
}
