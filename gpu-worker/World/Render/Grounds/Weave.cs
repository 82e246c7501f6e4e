using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;
using SoraFunctions.World.Scenes;
using static SoraFunctions.World.Render.WideMath;

namespace SoraFunctions.World.Render.Grounds;

/// <summary>Cloth in plain weave, its threads of uneven thickness, with a nap.</summary>
internal static class Weave
{
    private const int Period = 16;

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static void Paint(Wide x, Wide z, Ground ground, int seed, ref GroundTexel texel)
    {
        const int threads = 2;
        var (u, v) = (x * threads, z * threads);
        var uneven = TileNoise.Fractal(u * 0.25f, v * 2, Period / 2, Period * 4, 3, seed) * 0.12f;
        var (i, j) = (Vector512.Floor(u), Vector512.Floor(v));
        var odd = (i + j) * 0.5f;
        var over = Vector512.GreaterThan(odd - Vector512.Floor(odd), All(0.25f));
        var (s, t) = (u - i - All(0.5f), v - j - All(0.5f));
        var along = Select(over, s, t);
        var across = Select(over, t, s) * (Wide.One + uneven);
        var round = Sqrt(Wide.One - Min(All(4) * across * across, Wide.One));
        var arch = Wide.One - along * along * 2.2f;
        var twist = TileNoise.Gradient(u * 5, v * 5, Period * 10, Period * 10, seed + 3);
        texel.Height = round * arch * 0.13f + twist * 0.01f;
        var tone = TileNoise.Cell(Select(over, Wide.Zero, u), Select(over, v, Wide.Zero), Period * threads, Period * threads, seed + 5);
        var dark = Saturate(All(0.62f) - round * arch * 0.5f + (tone - All(0.5f)) * 0.22f + twist * 0.12f);
        texel.Colour = Wide3.Lerp(texel.Colour, Wide3.All(ground.Second), dark);
        texel.Roughness = Max(texel.Roughness, All(0.75f));
    }
}
