using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;
using SoraFunctions.World.Scenes;
using static SoraFunctions.World.Render.WideMath;

namespace SoraFunctions.World.Render.Grounds;

/// <summary>The floor of a wood: soil, cushions of moss, and fallen leaves in layers.</summary>
internal static class WoodlandFloor
{
    private const int Period = 6;

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static void Paint(Wide x, Wide z, Ground ground, int seed, ref GroundTexel texel)
    {
        var lie = TileNoise.Fractal(x, z, Period, Period, 5, seed);
        var crumb = TileNoise.Fractal(x * 12, z * 12, 72, 72, 4, seed + 3);
        var height = lie * 0.08f + crumb * 0.035f;
        var colour = texel.Colour * Fma(crumb, All(0.55f), All(0.75f));
        // Moss grows in rounded cushions of tiny shoots.
        TileNoise.Points(x * 3, z * 3, 18, seed + 5, out var cushion, out _);
        TileNoise.Points(x * 26, z * 26, 156, seed + 8, out var shoot, out _);
        var moss = SmoothStep(All(-0.05f), All(0.22f), lie + crumb * 0.18f + (All(0.4f) - cushion.Distance) * 0.25f);
        var tuft = Saturate(Wide.One - shoot.Distance * 1.3f);
        height += moss * (Saturate(All(0.75f) - cushion.Distance) * 0.09f + tuft * 0.02f);
        var green = Wide3.All(ground.Second) * Fma(tuft, All(0.8f), All(0.45f)) * Fma(cushion.Chance, All(0.4f), All(0.8f));
        green = Wide3.Lerp(green, green * Wide3.All(new Vector3(1.7f, 1.2f, 0.8f)), tuft * tuft);
        colour = Wide3.Lerp(colour, green, moss);
        for (var layer = 0; layer < 3; layer++) Leaves(x, z, layer, seed + 31 * (layer + 1), ground, moss, ref colour, ref height, ref texel);
        (texel.Colour, texel.Height) = (colour, height);
    }

    /// <summary>One leaf in most cells: pointed at both ends, with a midrib, dry brown to rust.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static void Leaves(Wide x, Wide z, int layer, int seed, Ground ground, Wide moss, ref Wide3 colour, ref Wide height, ref GroundTexel texel)
    {
        // Whole cells to the period, so that the layers repeat with it.
        var density = layer == 0 ? 4 : layer == 1 ? 3 : 2;
        TileNoise.Points(x * density + All(0.37f * layer), z * density, Period * density, seed, out var leaf, out _);
        var turn = leaf.Chance * 37;
        Sampling.SinCos(turn - Vector512.Floor(turn), out var sin, out var cos);
        var along = Fma(leaf.X, cos, leaf.Y * sin) * 2.5f;
        var across = Fma(leaf.Y, cos, leaf.X * -sin) * 4.4f;
        across += along * along * 0.35f;
        var outline = Wide.One - along * along;
        var inside = SmoothStep(Wide.Zero, All(0.12f), outline * 0.9f - Vector512.Abs(across)) & Vector512.GreaterThan(leaf.Chance, All(0.3f + 0.15f * layer));
        inside *= Fma(moss, layer == 2 ? All(-0.2f) : All(-0.75f), Wide.One);
        var rib = SmoothStep(All(0.09f), All(0.03f), Vector512.Abs(across));
        var vein = along * 9 + Vector512.Abs(across) * 5;
        vein = SmoothStep(All(0.42f), All(0.5f), Vector512.Abs(vein - Vector512.Floor(vein) - All(0.5f))) * 0.25f;
        var hue = leaf.Chance * 11 - Vector512.Floor(leaf.Chance * 11);
        var dry = Wide3.Lerp(Wide3.All(ground.Colour * new Vector3(1.5f, 1.25f, 1)), Wide3.All(ground.Colour * 1.3f + new Vector3(0.16f, 0.06f, 0.005f)), hue);
        dry *= Fma(rib, All(0.35f), All(0.85f)) - vein * 0.4f;
        colour = Wide3.Lerp(colour, dry, inside);
        // A leaf curls: its edges stand up from its middle.
        height = Lerp(height, height * 0.5f + All(0.045f + 0.02f * layer) + across * across * 0.035f + along * 0.012f - rib * 0.004f, inside);
        texel.Roughness = Lerp(texel.Roughness, All(0.55f), inside);
    }
}
