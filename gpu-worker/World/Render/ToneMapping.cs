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

    /// <summary>
    /// Maps linear colours to display values of 0 to 1. The curve works on the brightest channel, so that a product keeps its hue; only
    /// what is far above white bleaches (the approach of Khronos's "PBR Neutral" tone mapper, 2024, with a film's contrast below).
    /// </summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public Wide3 Display(in Wide3 scene)
    {
        var c = scene * Wide3.All(gain);
        var peak = Max(Wide3.MaxOf(c), All(1e-6f));
        var contrasted = Power(peak, All(Contrast)) * Lift;
        var over = Max(contrasted - All(Shoulder), Wide.Zero);
        var shown = contrasted - over + over * Inverse(Fma(over, All(1 / (1 - Shoulder)), Wide.One));
        var kept = c * (shown * Inverse(peak));
        var bleach = Wide.One - Inverse(Fma(contrasted - shown, All(0.25f), Wide.One));
        var mixed = Wide3.Lerp(kept, new Wide3(shown, shown, shown), bleach);
        return new Wide3(Encode(mixed.X), Encode(mixed.Y), Encode(mixed.Z));
    }

    /// <summary>Slope of the straight part of the film's curve, in logarithms.</summary>
    private const float Contrast = 1.14f;

    private const float Lift = 1.05f;

    /// <summary>Where highlights begin to be compressed.</summary>
    private const float Shoulder = 0.68f;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Wide Encode(Wide x)
    {
        var power = Fma(Power(x, All(1 / 2.4f)), All(1.055f), All(-0.055f));
        return Select(Vector512.LessThan(x, All(0.0031308f)), x * 12.92f, power);
    }
}
