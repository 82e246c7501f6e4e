using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;
using SoraFunctions.World.Scenes;
using static SoraFunctions.World.Render.WideMath;

namespace SoraFunctions.World.Render.Grounds;

/// <summary>Glazed tiles with rounded edges, each laid a little askew, and damp joints between them.</summary>
internal static class GlazedTiles
{
    private const int Period = 6;

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static void Paint(Wide x, Wide z, Ground ground, int seed, ref GroundTexel texel)
    {
        // In the middle of the stage is the middle of one.
        x += All(0.5f);
        z += All(0.5f);
        var (across, along) = (x - Vector512.Floor(x), z - Vector512.Floor(z));
        var tone = TileNoise.Cell(x, z, Period, Period, seed);
        var tiltX = (TileNoise.Cell(x, z, Period, Period, seed + 1) - All(0.5f)) * 0.016f;
        var tiltZ = (TileNoise.Cell(x, z, Period, Period, seed + 2) - All(0.5f)) * 0.016f;
        var edge = Min(Min(across, Wide.One - across), Min(along, Wide.One - along));
        var joint = SmoothStep(All(0.016f), All(0.011f), edge);
        var wave = TileNoise.Fractal(x * 2, z * 2, 12, 12, 2, seed + 3);
        var speck = TileNoise.Fractal(x * 9, z * 9, 54, 54, 3, seed + 5);
        var damp = SmoothStep(All(-0.1f), All(0.3f), TileNoise.Fractal(x * 0.5f, z * 0.5f, 3, 3, 4, seed + 7));
        var bevel = Saturate((edge - All(0.012f)) * (1 / 0.05f));
        bevel = Wide.One - (Wide.One - bevel) * (Wide.One - bevel);
        texel.Height = Lerp(bevel * 0.02f + wave * 0.0016f + (across - All(0.5f)) * tiltX + (along - All(0.5f)) * tiltZ, All(-0.004f) + speck * 0.0015f, joint);
        // Glaze runs thinner over the edges and shows the clay.
        var glaze = texel.Colour * (Fma(tone, All(0.12f), All(0.94f)) + speck * 0.035f + (bevel - Wide.One) * 0.12f);
        var grout = Wide3.All(ground.Second) * (All(0.85f) + speck * 0.2f) * Fma(damp, All(-0.4f), Wide.One);
        texel.Colour = Wide3.Lerp(glaze, grout, joint);
        texel.Roughness = Lerp(texel.Roughness * Fma(damp, All(-0.35f), Wide.One), Lerp(All(0.8f), All(0.3f), damp), joint);
        texel.Reflectance = Lerp(texel.Reflectance, All(0.02f), joint);
    }
}
