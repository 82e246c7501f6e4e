using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;
using static SoraFunctions.World.Render.WideMath;

namespace SoraFunctions.World.Render;

/// <summary>From scene light to display values: exposure, white balance, a filmic curve, the transfer function of sRGB.</summary>
internal readonly struct ToneMapping
{
    private readonly Vector3 gain;

    /// <param name="exposure">Multiplier.</param>
    /// <param name="warmth">-1 cool to 1 warm.</param>
    public ToneMapping(float exposure, float warmth)
    {
        var balance = new Vector3(1 + 0.1f * warmth, 1, 1 - 0.12f * warmth);
        gain = balance * (exposure / Vector3.Dot(balance, new Vector3(0.2126f, 0.7152f, 0.0722f)));
    }

    /// <summary>Maps linear colours to display values of 0 to 1.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public Wide3 Display(in Wide3 scene)
    {
        var c = scene * Wide3.All(gain);
        var single = new Wide3(Curve(c.X), Curve(c.Y), Curve(c.Z));
        // A curve per channel bleaches and turns strong colours; one on the brightest channel keeps their hue. Half way looks like film.
        var peak = Wide3.MaxOf(c) + All(1e-6f);
        var kept = c * (Curve(peak) * Inverse(peak));
        var mixed = Wide3.Lerp(single, kept, All(0.5f));
        return new Wide3(Encode(mixed.X), Encode(mixed.Y), Encode(mixed.Z));
    }

    /// <summary>Narkowicz, "ACES Filmic Tone Mapping Curve", 2015.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Wide Curve(Wide x) => Saturate(
        x * Fma(x, All(2.51f), All(0.03f)) * Inverse(Fma(x, Fma(x, All(2.43f), All(0.59f)), All(0.14f))));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Wide Encode(Wide x)
    {
        var power = Fma(Power(x, All(1 / 2.4f)), All(1.055f), All(-0.055f));
        return Select(Vector512.LessThan(x, All(0.0031308f)), x * 12.92f, power);
    }
}
