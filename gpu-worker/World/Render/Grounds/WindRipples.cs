using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;
using SoraFunctions.World.Scenes;
using static SoraFunctions.World.Render.WideMath;

namespace SoraFunctions.World.Render.Grounds;

/// <summary>Fine desert sand: sharp wind ripples that fork, on long waves.</summary>
internal static class WindRipples
{
    private const int Period = 24;

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static void Paint(Wide x, Wide z, Ground ground, int seed, ref GroundTexel texel)
    {
        var sway = TileNoise.Fractal(x * 0.125f, z * 0.375f, Period / 8, Period * 3 / 8, 5, seed);
        var phase = Fma(sway, All(2.1f), z);
        var turn = phase - Vector512.Floor(phase);
        // Sand climbs slowly on the side of the wind and slides down at once on the other.
        var crest = turn * SmoothStep(Wide.One, All(0.5f), turn) * 1.35f;
        var wave = TileNoise.Fractal(x * 0.125f, z * 0.125f, Period / 8, Period / 8, 3, seed + 5);
        var strength = Saturate(Fma(wave, All(-0.9f), All(0.75f)));
        var grain = TileNoise.Gradient(x * 20, z * 20, 480, 480, seed + 11);
        texel.Height = crest * strength * 0.13f + wave * 0.9f + grain * 0.003f;
        var dark = Saturate(All(0.34f) - crest * strength * 0.3f + grain * 0.12f);
        texel.Colour = Wide3.Lerp(texel.Colour, Wide3.All(ground.Second), dark);
    }
}
