using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;
using SoraFunctions.World.Scenes;
using static SoraFunctions.World.Render.WideMath;

namespace SoraFunctions.World.Render.Grounds;

/// <summary>Boards with growth rings, fibres and pores; some meet end to end.</summary>
internal static class Boards
{
    private const int Period = 6;

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static void Paint(Wide x, Wide z, Ground ground, int seed, ref GroundTexel texel)
    {
        var board = Vector512.Floor(z);
        var (across, lane) = (z - board, TileNoise.Cell(Wide.Zero, z, 1, Period, seed));
        // Each lane has one joint; the two ends are different boards.
        var end = x - lane * Period;
        end -= Vector512.Floor(end * (1f / Period)) * Period;
        var tone = Fma(lane, All(0.37f), TileNoise.Cell(x * (1f / Period), z, 1, Period, seed + 1) * 0.63f);
        var bend = TileNoise.Fractal(x * 0.5f, z * 2, 3, 12, 4, seed + 3);
        var knot = Knot(x, z, seed, out var eye);
        var ring = Fma(across, All(7), bend * 2.2f) + tone * 13 + knot * 3.2f;
        var turn = ring - Vector512.Floor(ring);
        // Early wood darkens slowly into late wood, and ends at once.
        var late = turn * turn * SmoothStep(Wide.One, All(0.86f), turn);
        var fibre = TileNoise.Gradient(x * 3, z * 60, 18, 360, seed + 5) * 0.6f + TileNoise.Gradient(x * 8, z * 150, 48, 900, seed + 6) * 0.4f;
        var pore = SmoothStep(All(0.28f), All(0.6f), TileNoise.Gradient(x * 10, z * 90, 60, 540, seed + 7)) * Fma(late, All(-0.5f), Wide.One);
        var figure = TileNoise.Fractal(x, z * 4, 6, 24, 3, seed + 9);
        var strength = Saturate(All(0.22f) + late * 0.62f + fibre * 0.22f + pore * 0.3f + figure * 0.2f + eye * 0.9f);
        var colour = Wide3.Lerp(texel.Colour, Wide3.All(ground.Second), strength) * Fma(tone, All(0.36f), All(0.82f));
        var edge = Min(Min(across, Wide.One - across), Min(end, Fma(end, All(-1), All(Period))));
        var gap = SmoothStep(All(0.014f), All(0.006f), edge);
        texel.Colour = colour * (Wide.One - gap * 0.8f);
        texel.Height = pore * -0.003f + fibre * 0.0012f - SmoothStep(All(0.02f), All(0.002f), edge) * 0.012f;
        texel.Roughness = Saturate(texel.Roughness + late * -0.05f + pore * 0.15f + fibre * 0.05f + gap * 0.4f);
        texel.Reflectance *= Wide.One - gap;
    }

    /// <summary>Now and then a knot, round which the rings run.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static Wide Knot(Wide x, Wide z, int seed, out Wide eye)
    {
        TileNoise.Points(x * 0.5f, z * 0.5f, 3, seed + 21, out var near, out _);
        var there = Vector512.GreaterThan(near.Chance, All(0.72f));
        var (dx, dz) = (near.X * 1.1f, near.Y * 3.4f);
        var square = Fma(dx, dx, dz * dz);
        eye = Exp2(square * -420) & there;
        return Exp2(square * -26) & there;
    }
}
