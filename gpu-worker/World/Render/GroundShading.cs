using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;
using SoraFunctions.World.Scenes;
using static SoraFunctions.World.Render.WideMath;

namespace SoraFunctions.World.Render;

/// <summary>What sixteen points of the ground are like.</summary>
internal struct GroundSample
{
    public Wide3 Albedo;
    public Wide3 Normal;
    public Wide Roughness;
    public Wide Reflectance;
}

/// <summary>The patterns of the ground, each filtered to the size of a pixel.</summary>
internal sealed class GroundShading(Ground ground, long seed)
{
    private readonly int pattern = unchecked((int)(seed * 2654435761 >> 7)) & 0xffff;

    /// <summary>Whether its normal is straight up everywhere.</summary>
    public bool Flat => ground.Pattern is not (GroundPattern.Sand or GroundPattern.WetAsphalt);

    /// <summary>The colour that it has from far away.</summary>
    public Vector3 MeanColour => ground.Pattern switch
    {
        GroundPattern.Plain => ground.Colour,
        GroundPattern.WetAsphalt => ground.Colour * 0.6f,
        _ => Vector3.Lerp(ground.Colour, ground.Second, 0.2f),
    };

    /// <summary>The ground at points of the plane.</summary>
    /// <param name="x">Metres.</param>
    /// <param name="z">Metres.</param>
    /// <param name="footprint">Size of a pixel there in metres.</param>
    /// <param name="sample">The result.</param>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public void At(Wide x, Wide z, Wide footprint, out GroundSample sample)
    {
        sample.Albedo = Wide3.All(ground.Colour);
        sample.Normal = new Wide3(Wide.Zero, Wide.One, Wide.Zero);
        sample.Roughness = All(Math.Clamp(ground.Roughness, 0.03f, 1));
        sample.Reflectance = All(ground.Reflectance);
        var scale = 1 / MathF.Max(0.005f, ground.Scale);
        switch (ground.Pattern)
        {
            case GroundPattern.Marble: Marble(x * scale, z * scale, footprint * scale, ref sample); break;
            case GroundPattern.Wood: Wood(x * scale, z * scale, footprint * scale, ref sample); break;
            case GroundPattern.Sand: Sand(x * scale, z * scale, footprint * scale, ref sample); break;
            case GroundPattern.Concrete: Concrete(x * scale, z * scale, footprint * scale, ref sample); break;
            case GroundPattern.WetAsphalt: WetAsphalt(x * scale, z * scale, footprint * scale, ref sample); break;
        }
    }

    private void Marble(Wide x, Wide z, Wide footprint, ref GroundSample sample)
    {
        var warpX = Noise.Fractal(x * 0.6f, z * 0.6f, footprint * 0.6f, 4, pattern);
        var warpZ = Noise.Fractal(x * 0.6f, z * 0.6f, footprint * 0.6f, 4, pattern + 31);
        var u = Fma(warpX, All(1.4f), x);
        var v = Fma(warpZ, All(1.4f), z);
        var thick = Vein(Noise.Value(u * 0.7f + v * 0.35f, v * 0.7f, pattern + 7), 0.045f, footprint * 0.7f);
        var second = Vein(Noise.Value(u * 1.1f - v * 0.4f, v * 0.9f, pattern + 9), 0.03f, footprint);
        var thin = Vein(Noise.Value(u * 2.6f, v * 2.6f, pattern + 11), 0.03f, footprint * 2.6f);
        var cloud = Fma(Noise.Fractal(u * 0.5f, v * 0.5f, footprint * 0.5f, 3, pattern + 3), All(0.6f), All(0.5f));
        var swell = Saturate(Fma(warpZ, All(1.2f), All(0.65f)));
        var strength = Saturate(thick * swell + second * 0.7f * (Wide.One - swell * 0.5f) + thin * 0.3f + Saturate(cloud) * 0.25f) * 1.2f;
        sample.Albedo = Wide3.Lerp(sample.Albedo, Wide3.All(ground.Second), strength);
    }

    /// <summary>1 on the line where noise is 0, falling off over a width; a line thinner than a pixel turns paler instead.</summary>
    private static Wide Vein(Wide noise, float width, Wide footprint)
    {
        var soft = All(width) + footprint * 0.8f;
        var distance = Vector512.Abs(noise) * Inverse(soft);
        return Inverse(Fma(distance, distance, Wide.One)) * (All(width) * Inverse(soft));
    }

    private void Wood(Wide x, Wide z, Wide footprint, ref GroundSample sample)
    {
        var board = Vector512.Floor(z);
        var tone = Noise.Cell(board * 7, Wide.Zero, pattern);
        var shift = tone * 37;
        var along = Fma(x, All(0.12f), shift);
        var across = z * 1.1f + shift;
        var bend = Noise.Fractal(along * 1.2f, across * 0.5f, footprint * 0.5f, 2, pattern + 1);
        var rings = Fma(bend, All(1.6f), across) * 5;
        var ring = Noise.Fractal(along * 0.6f, rings, footprint * 5, 3, pattern + 5);
        var fibre = Noise.Fractal(x * 1.5f, z * 45, footprint * 20, 2, pattern + 9);
        var strength = Saturate(All(0.32f) + ring * 0.5f + fibre * 0.16f);
        var colour = Wide3.Lerp(sample.Albedo, Wide3.All(ground.Second), strength) * Fma(tone, All(0.28f), All(0.86f));
        var gap = Joint(z - board, footprint, 0.012f);
        sample.Albedo = colour * (Wide.One - gap * 0.55f);
        sample.Roughness = Saturate(sample.Roughness + ring * 0.06f + gap * 0.3f);
    }

    private void Sand(Wide x, Wide z, Wide footprint, ref GroundSample sample)
    {
        var sway = Noise.Fractal(x * 0.35f, z * 0.35f, footprint * 0.35f, 3, pattern);
        var phase = Fma(sway, All(1.1f), z * 1.0f + x * 0.18f);
        var turn = phase - Vector512.Floor(phase);
        Sampling.SinCos(turn, out var sin, out var cos);
        var visible = Saturate(All(1.3f) - footprint * 2);
        var height = Fma(Noise.Fractal(x * 0.5f, z * 0.5f, footprint * 0.5f, 3, pattern + 2), All(0.5f), All(0.7f));
        var grain = Noise.Fractal(x * 60, z * 60, footprint * 60, 2, pattern + 4);
        var grainX = Noise.Fractal(x * 40, z * 40, footprint * 40, 2, pattern + 6);
        var slope = cos * height * visible * 0.2f;
        sample.Normal = Wide3.Normalize(new Wide3(grainX * 0.35f - slope * 0.18f, Wide.One, grain * 0.35f - slope));
        var shade = Saturate(All(0.32f) - sin * visible * 0.16f + grain * 0.3f - height * 0.1f);
        sample.Albedo = Wide3.Lerp(sample.Albedo, Wide3.All(ground.Second), shade);
    }

    private void Concrete(Wide x, Wide z, Wide footprint, ref GroundSample sample)
    {
        var cellX = Vector512.Floor(x);
        var cellZ = Vector512.Floor(z);
        var tone = Noise.Cell(x, z, pattern);
        var blotch = Noise.Fractal(x * 2 + tone * 9, z * 2, footprint * 2, 5, pattern + 1);
        var pores = Noise.Fractal(x * 30, z * 30, footprint * 30, 2, pattern + 5);
        var joint = Max(Joint(x - cellX, footprint, 0.008f), Joint(z - cellZ, footprint, 0.008f));
        var strength = Saturate(All(0.3f) + blotch * 0.5f + pores * 0.2f + (tone - All(0.5f)) * 0.2f);
        sample.Albedo = Wide3.Lerp(sample.Albedo, Wide3.All(ground.Second), strength) * (Wide.One - joint * 0.45f);
        sample.Roughness = Saturate(sample.Roughness + blotch * 0.12f + joint * 0.3f);
    }

    private void WetAsphalt(Wide x, Wide z, Wide footprint, ref GroundSample sample)
    {
        var flood = Noise.Fractal(x * 0.5f, z * 0.5f, footprint * 0.5f, 4, pattern);
        var puddle = SmoothStep(All(0.04f), All(0.14f), flood);
        var dry = Wide.One - puddle;
        var stones = Noise.Fractal(x * 18, z * 18, footprint * 18, 3, pattern + 3);
        var tiltX = Noise.Fractal(x * 14, z * 14, footprint * 14, 2, pattern + 5);
        var tiltZ = Noise.Fractal(x * 14, z * 14, footprint * 14, 2, pattern + 8);
        var tilt = dry * 0.045f + All(0.004f);
        sample.Normal = Wide3.Normalize(new Wide3(tiltX * tilt, Wide.One, tiltZ * tilt));
        sample.Albedo = Wide3.Lerp(sample.Albedo, Wide3.All(ground.Second), Saturate(All(0.35f) + stones * 0.35f)) * Fma(dry, All(0.6f), All(0.4f));
        sample.Roughness = Lerp(All(0.05f), sample.Roughness * 0.7f, dry);
        sample.Reflectance = Lerp(Max(sample.Reflectance, All(0.03f)), sample.Reflectance, dry);
    }

    /// <summary>Coverage of a joint at whole numbers, keeping its mean darkness when it is thinner than a pixel.</summary>
    private static Wide Joint(Wide fraction, Wide footprint, float half)
    {
        var distance = Min(fraction, Wide.One - fraction);
        var soft = Max(footprint, All(half * 0.5f));
        var wide = All(half) + soft * 0.5f;
        return Saturate((wide - distance) * Inverse(soft)) * (All(half) * Inverse(Max(All(half), soft * 0.5f)));
    }
}
