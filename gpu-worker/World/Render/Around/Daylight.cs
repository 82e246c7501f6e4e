using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;
using SoraFunctions.World.Scenes;
using static SoraFunctions.World.Render.WideMath;

namespace SoraFunctions.World.Render.Around;

/// <summary>
/// A clear sky (Preetham, Shirley and Smits, "A Practical Analytic Model for Daylight", 1999: the five-parameter formula of Perez for
/// luminance and chromaticity, its coefficients linear in turbidity), and fair-weather clouds before it.
/// </summary>
internal sealed class Daylight
{
    /// <summary>Mean luminance of the sky at brightness 1: a camera exposes for the day that it finds.</summary>
    private const float Mean = 0.42f;

    private readonly Sky sky;
    private readonly Vector3 sun;
    private readonly float[] luminance;
    private readonly float[] red;
    private readonly float[] green;
    private readonly Vector3 zenith;
    private readonly float scale;
    private readonly int seed;

    public Daylight(Sky sky, int seed)
    {
        (this.sky, this.seed) = (sky, seed);
        // The model is fitted to a sun above the horizon.
        sun = Vector3.Normalize(sky.Sun with { Y = MathF.Max(sky.Sun.Y, 0.03f) });
        var t = Math.Clamp(sky.Turbidity, 1.8f, 10);
        luminance = [0.1787f * t - 1.4630f, -0.3554f * t + 0.4275f, -0.0227f * t + 5.3251f, 0.1206f * t - 2.5771f, -0.0670f * t + 0.3703f];
        red = [-0.0193f * t - 0.2592f, -0.0665f * t + 0.0008f, -0.0004f * t + 0.2125f, -0.0641f * t - 0.8989f, -0.0033f * t + 0.0452f];
        green = [-0.0167f * t - 0.2608f, -0.0950f * t + 0.0092f, -0.0079f * t + 0.2102f, -0.0441f * t - 1.6537f, -0.0109f * t + 0.0529f];
        var polar = MathF.Acos(sun.Y);
        var chi = (4 / 9f - t / 120) * (MathF.PI - 2 * polar);
        var (p2, p3) = (polar * polar, polar * polar * polar);
        zenith = new Vector3(
            MathF.Max(0.05f, (4.0453f * t - 4.9710f) * MathF.Tan(chi) - 0.2155f * t + 2.4192f),
            t * t * (0.00166f * p3 - 0.00375f * p2 + 0.00209f * polar) + t * (-0.02903f * p3 + 0.06377f * p2 - 0.03202f * polar + 0.00394f)
                + 0.11693f * p3 - 0.21196f * p2 + 0.06052f * polar + 0.25886f,
            t * t * (0.00275f * p3 - 0.00610f * p2 + 0.00317f * polar) + t * (-0.04214f * p3 + 0.08970f * p2 - 0.04153f * polar + 0.00516f)
                + 0.15346f * p3 - 0.26756f * p2 + 0.06670f * polar + 0.26688f);
        zenith /= new Vector3(Perez(luminance, 1, sun.Y), Perez(red, 1, sun.Y), Perez(green, 1, sun.Y));
        scale = 1;
        var sum = 0f;
        for (var i = 0; i < 64; i++)
        {
            var (up, turn) = ((i + 0.5f) / 64, i * 2.399963f);
            var flat = MathF.Sqrt(1 - up * up);
            sum += Wide3.Luminance(Clear(Wide3.All(new Vector3(flat * MathF.Sin(turn), up, flat * MathF.Cos(turn))))).ToScalar();
        }

        scale = Mean * MathF.Max(0, sky.Brightness) * 64 / sum;
    }

    /// <summary>Towards the sun.</summary>
    public Vector3 Sun => sun;

    /// <summary>Colour of the sun's light, its brightest part 1: reddened by the air it passes (optical mass by Kasten and Young, 1989).</summary>
    public Vector3 SunColour
    {
        get
        {
            var degrees = 90 - MathF.Acos(sun.Y) * 180 / MathF.PI;
            var mass = 1 / (sun.Y + 0.50572f * MathF.Pow(degrees + 6.07995f, -1.6364f));
            // Rayleigh and aerosol extinction of an air mass at 610, 550 and 465 nm.
            var depth = new Vector3(0.065f, 0.099f, 0.195f) + (0.045f * sky.Turbidity - 0.06f) * new Vector3(0.86f, 1, 1.24f);
            var passed = new Vector3(MathF.Exp(-depth.X * mass), MathF.Exp(-depth.Y * mass), MathF.Exp(-depth.Z * mass));
            return passed / MathF.Max(passed.X, MathF.Max(passed.Y, passed.Z));
        }
    }

    /// <summary>The sky as an equirectangular picture; what is below the horizon has the horizon's colour.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public SphereMap Bake(int width)
    {
        var height = width / 2;
        var rgb = new Vector3[width * height];
        for (var y = 0; y < height; y++)
        {
            // One row below the horizon stands for all of them.
            if (y > height / 2 + 1)
            {
                Array.Copy(rgb, (height / 2 + 1) * width, rgb, y * width, width);
                continue;
            }

            var polar = MathF.PI * (y + 0.5f) / height;
            var (up, flat) = (MathF.Cos(polar), MathF.Sin(polar));
            for (var x = 0; x < width; x += 16)
            {
                Sampling.SinCos((Ramp + All(x + 0.5f)) * (1f / width), out var sin, out var cos);
                var direction = new Wide3(-sin * flat, All(up), cos * flat);
                var colour = Clear(direction);
                if (sky.Clouds > 0 && up > 0) colour = Clouded(direction, colour);
                for (var i = 0; i < 16; i++) rgb[y * width + x + i] = new Vector3(colour.X.GetElement(i), colour.Y.GetElement(i), colour.Z.GetElement(i));
            }
        }

        return new SphereMap(rgb, width, height);
    }

    /// <summary>Radiance of the air.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public Wide3 Clear(in Wide3 direction)
    {
        // At the very horizon the formula has a pole, and air has none.
        var up = Max(direction.Y, All(0.012f));
        var cosine = Min(Wide3.Dot(direction, Wide3.All(sun)), Wide.One);
        var angle = Angles.Atan2(Sqrt(Wide.One - cosine * cosine), cosine);
        var y = Perez(luminance, up, cosine, angle) * zenith.X * scale;
        var cx = Perez(red, up, cosine, angle) * zenith.Y;
        var cy = Perez(green, up, cosine, angle) * zenith.Z;
        // CIE xyY to linear BT.709.
        var k = y * Inverse(cy);
        var (bigX, bigZ) = (cx * k, (Wide.One - cx - cy) * k);
        var colour = new Wide3(
            Fma(bigX, All(3.2406f), Fma(y, All(-1.5372f), bigZ * -0.4986f)),
            Fma(bigX, All(-0.9689f), Fma(y, All(1.8758f), bigZ * 0.0415f)),
            Fma(bigX, All(0.0557f), Fma(y, All(-0.2040f), bigZ * 1.0570f)));
        colour = new Wide3(Max(colour.X, Wide.Zero), Max(colour.Y, Wide.Zero), Max(colour.Z, Wide.Zero));
        // By day the formula turns purple at the horizon opposite to the sun, where real haze is white.
        var haze = Exp2(up * -11) * (0.75f * Math.Clamp(sun.Y * 3, 0, 1));
        return Wide3.Lerp(colour, Wide3.All(new Vector3(0.98f, 1.1f, 1.24f)) * Wide3.Luminance(colour), haze);
    }

    /// <summary>Heaps of cloud on a plane far above, brighter towards the sun, and lost in the haze before the horizon.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private Wide3 Clouded(in Wide3 direction, in Wide3 clear)
    {
        var inverse = Inverse(direction.Y + All(0.13f));
        var (x, z) = (direction.X * inverse * 1.3f, direction.Z * inverse * 1.3f);
        var size = inverse * 0.012f;
        var shape = Heap(x, z, size);
        var cover = SmoothStep(All(0.62f - 0.75f * sky.Clouds), All(0.95f - 0.6f * sky.Clouds), shape);
        // Where the cloud is thinner towards the sun, light comes through.
        var lit = Saturate(Fma(shape - Heap(x + All(0.16f * sun.X), z + All(0.16f * sun.Z), size), All(1.6f), All(0.62f)));
        var bright = Wide3.All((SunColour * 1.15f + new Vector3(0.25f)) * Mean * 2.1f * sky.Brightness);
        var shade = Wide3.All(new Vector3(0.72f, 0.79f, 0.9f) * Mean * 1.15f * sky.Brightness);
        var seen = SmoothStep(All(0.01f), All(0.22f), direction.Y);
        return Wide3.Lerp(clear, Wide3.Lerp(shade, bright, lit), cover * seen * 0.94f);
    }

    private Wide Heap(Wide x, Wide z, Wide size) => Fma(Noise.Fractal(x, z, size, 6, seed), All(0.75f), All(0.5f));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Wide Perez(float[] c, Wide up, Wide cosine, Wide angle)
    {
        const float perOctave = 1.442695f;
        var gradation = Fma(Exp2(Inverse(up) * (c[1] * perOctave)), All(c[0]), Wide.One);
        return gradation * Fma(Exp2(angle * (c[3] * perOctave)), All(c[2]), Fma(cosine * cosine, All(c[4]), Wide.One));
    }

    private static float Perez(float[] c, float up, float cosine) =>
        (1 + c[0] * MathF.Exp(c[1] / up)) * (1 + c[2] * MathF.Exp(c[3] * MathF.Acos(cosine)) + c[4] * cosine * cosine);
}
