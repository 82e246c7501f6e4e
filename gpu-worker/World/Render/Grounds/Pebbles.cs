using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;
using SoraFunctions.World.Scenes;
using static SoraFunctions.World.Render.WideMath;

namespace SoraFunctions.World.Render.Grounds;

/// <summary>River stones: rounded, of many tones, large ones over small ones, dark and wet where they lie low.</summary>
internal static class Pebbles
{
    private const int Period = 16;

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static void Paint(Wide x, Wide z, Ground ground, int seed, ref GroundTexel texel)
    {
        texel.Height = All(-0.3f) + TileNoise.Fractal(x * 6, z * 6, 96, 96, 3, seed) * 0.06f;
        texel.Colour = Wide3.All(ground.Second) * 0.5f;
        Layer(x, z, 3, seed + 23, 1, ground, ref texel);
        Layer(x, z, 2, seed + 3, 0.8f, ground, ref texel);
        Layer(x, z, 1, seed + 13, 0.75f, ground, ref texel);
        var wet = SmoothStep(All(0.12f), All(-0.1f), texel.Height);
        texel.Colour *= Fma(wet, All(-0.45f), Wide.One);
        texel.Roughness = Lerp(Max(texel.Roughness, All(0.45f)), All(0.12f), wet);
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static void Layer(Wide x, Wide z, int density, int seed, float share, Ground ground, ref GroundTexel texel)
    {
        TileNoise.Points(x * density, z * density, Period * density, seed, out var stone, out var next);
        var bumpy = TileNoise.Fractal(x * (3 * density), z * (3 * density), Period * 3 * density, Period * 3 * density, 3, seed + 5);
        // Water has rounded what was a cell: an oval that stops short of its neighbours.
        var room = (next - stone.Distance) * Inverse(next + stone.Distance) * 1.7f;
        var turn = stone.Chance * 23;
        Sampling.SinCos(turn - Vector512.Floor(turn), out var sin, out var cos);
        var (along, across) = (Fma(stone.X, cos, stone.Y * sin), Fma(stone.Y, cos, stone.X * -sin) * 1.35f);
        var oval = (All(0.62f) - Sqrt(Fma(along, along, across * across))) * 1.9f;
        // The smooth minimum of both.
        var inside = Saturate((room + oval - Sqrt(Fma(room - oval, room - oval, All(0.02f)))) * 0.5f + bumpy * 0.05f);
        var dome = Sqrt(inside * (All(2) - inside));
        var top = Fma(dome, All(0.46f), Fma(stone.Chance, All(0.2f), All(-0.24f))) * (1f / density) + bumpy * dome * 0.012f;
        var there = Vector512.LessThan(stone.Chance, All(share)) & Vector512.GreaterThan(inside, All(0.02f)) & Vector512.GreaterThan(top, texel.Height);
        var tone = stone.Chance * 17 - Vector512.Floor(stone.Chance * 17);
        var hue = stone.Chance * 61 - Vector512.Floor(stone.Chance * 61);
        var band = stone.X * 9 + stone.Y * 5 + bumpy * 2.5f;
        var vein = SmoothStep(All(0.44f), All(0.5f), Vector512.Abs(band - Vector512.Floor(band) - All(0.5f))) & Vector512.GreaterThan(hue, All(0.75f));
        var rock = Wide3.Lerp(Wide3.All(ground.Second), Wide3.All(ground.Colour * 1.7f), tone * tone);
        rock = rock * Wide3.Lerp(Wide3.All(new Vector3(1.22f, 1f, 0.76f)), Wide3.All(new Vector3(0.88f, 1f, 1.1f)), hue) * Fma(bumpy, All(0.3f), Wide.One);
        rock = Wide3.Lerp(rock, Wide3.All(new Vector3(0.5f)), vein * 0.5f);
        texel.Colour = Wide3.Select(there, rock, texel.Colour);
        texel.Height = Select(there, top, texel.Height);
    }
}
