using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;
using static SoraFunctions.World.Render.WideMath;

namespace SoraFunctions.World.Render.Grounds;

/// <summary>Where rain stands on a ground: hollows so wide that no tile holds them, from one field of noise looked up in two sizes.</summary>
internal sealed class Puddles
{
    private const int Side = 128;

    /// <summary>Part of the ground that is under water, and how wet it is on the whole.</summary>
    private const float Flooded = 0.38f;
    private const float Filmed = 0.65f;

    /// <summary>How much darker a wet ground is.</summary>
    private const float Darker = 0.45f;

    private readonly Quads depths = new(Side);
    private readonly float perMetre;
    private readonly float reflectance;

    /// <param name="size">Size of a puddle in metres.</param>
    /// <param name="reflectance">Mirror reflection of the water at normal incidence.</param>
    /// <param name="seed">Which puddles.</param>
    public Puddles(float size, float reflectance, int seed)
    {
        (perMetre, this.reflectance) = (1 / (7.3f * size), reflectance);
        var field = new float[Side * Side];
        for (var y = 0; y < Side; y++)
        for (var x = 0; x < Side; x += 16)
            TileNoise.Fractal((Ramp + All(x)) * (6f / Side), All(y * 6f / Side), 6, 6, 5, seed + 71).StoreUnsafe(ref field[y * Side + x]);
        depths.Set(field);
    }

    /// <summary>Factor of the ground's colour from far away.</summary>
    public static float MeanLight => 1 - Darker * Filmed;

    /// <summary>Wets a ground: water lies level and smooth, round it the pores are full and dark.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public void Wet(Wide x, Wide z, Wide footprint, ref GroundSample sample)
    {
        var (u, v) = (x * perMetre, z * perMetre);
        // Turned by angles without small multiples, so that the two never repeat together.
        var depth = depths.Repeated(Fma(u, All(0.83f), v * 0.56f) * Side, Fma(v, All(0.83f), u * -0.56f) * Side)
            + depths.Repeated(Fma(u, All(1.9f), v * -1.7f) * Side, Fma(v, All(1.9f), u * 1.7f) * Side) * 0.45f;
        var soft = Min(footprint * perMetre * 2, All(0.5f)) + All(0.05f);
        var flood = SmoothStep(All(0.1f) - soft, All(0.1f) + soft, depth);
        var film = SmoothStep(All(-0.3f), All(0.08f), depth);
        // What a pixel holds many of shows as their mean.
        var many = Saturate(Fma(footprint, All(perMetre * 7.3f * 1.5f), All(-0.4f)));
        flood = Lerp(flood, All(Flooded), many);
        film = Lerp(film, All(Filmed), many);
        var level = Wide.One - flood;
        sample.Normal = new Wide3(sample.Normal.X * level, sample.Normal.Y, sample.Normal.Z * level);
        sample.Albedo *= Fma(film, All(-Darker), Wide.One);
        sample.Roughness = Lerp(sample.Roughness * Fma(film, All(-0.35f), Wide.One), All(0.05f), flood);
        sample.Reflectance = Lerp(sample.Reflectance, All(reflectance), flood);
    }
}
