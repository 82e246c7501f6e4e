using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;
using SoraFunctions.World.Scenes;
using static SoraFunctions.World.Render.WideMath;

namespace SoraFunctions.World.Render;

/// <summary>From scene light to display values: exposure, white balance, the grade, a filmic curve, the transfer function of sRGB.</summary>
internal readonly struct ToneMapping
{
    /// <summary>Slope of the straight part of the film's curve, in logarithms.</summary>
    private const float Slope = 1.14f;

    /// <summary>Middle grey, about which contrast turns, and what it becomes.</summary>
    private const float Grey = 0.18f;

    private const float ShownGrey = 0.1487f;

    /// <summary>Where highlights begin to be compressed: all below is straight, so that a brand's colours and its whites stay clean.</summary>
    private const float Shoulder = 0.78f;

    /// <summary>Light, in units of white, that is as bright as the display can be.</summary>
    private const float Brightest = 8;

    private readonly Vector3 gain;
    private readonly Vector3 shadows;
    private readonly Vector3 highlights;
    private readonly float exponent;
    private readonly float logLift;
    private readonly float saturation;
    private readonly bool graded;

    /// <param name="exposure">Multiplier.</param>
    /// <param name="warmth">-1 cool to 1 warm.</param>
    /// <param name="grade">The look; null for a neutral one.</param>
    public ToneMapping(float exposure, float warmth, Grade? grade = null)
    {
        var balance = new Vector3(1 + 0.1f * warmth, 1, 1 - 0.12f * warmth);
        gain = balance * (exposure / Vector3.Dot(balance, new Vector3(0.2126f, 0.7152f, 0.0722f)));
        grade ??= new Grade();
        (shadows, highlights, saturation) = (grade.Shadows, grade.Highlights, Math.Clamp(grade.Saturation, 0, 1.5f));
        graded = saturation != 1 || shadows != Vector3.One || highlights != Vector3.One;
        exponent = Slope * Math.Clamp(grade.Contrast, 0.5f, 2);
        logLift = MathF.Log2(ShownGrey) - MathF.Log2(Grey) * exponent;
    }

    /// <summary>
    /// Maps linear colours to display values of 0 to 1. The curve works on the brightest channel, so that a product keeps its hue; only
    /// what is far above white bleaches (the approach of Khronos's "PBR Neutral" tone mapper, 2024, with a film's contrast below and the
    /// shoulder of Reinhard et al., "Photographic Tone Reproduction", 2002, which reaches white).
    /// </summary>
    public Wide3 Display(in Wide3 scene)
    {
        var (shown, other) = (scene, scene);
        Display(ref shown, ref other);
        return shown;
    }

    /// <summary>As <see cref="Display(in Wide3)"/>, for two times sixteen colours: each step waits for the last, so that two at once cost little more than one.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public void Display(ref Wide3 first, ref Wide3 second)
    {
        var (a, b) = (first * Wide3.All(gain), second * Wide3.All(gain));
        if (graded) (a, b) = (Graded(a), Graded(b));
        var (peakA, peakB) = (Max(Wide3.MaxOf(a), All(1e-6f)), Max(Wide3.MaxOf(b), All(1e-6f)));
        var (logA, logB) = (Log2(peakA), Log2(peakB));
        var (factorA, factorB) = (Exp2(Fma(logA, All(exponent - 1), All(logLift))), Exp2(Fma(logB, All(exponent - 1), All(logLift))));
        (a, b, peakA, peakB) = (a * factorA, b * factorB, peakA * factorA, peakB * factorB);
        if (Vector512.GreaterThanAny(Max(peakA, peakB), All(Shoulder))) (a, b) = (Compressed(a, peakA), Compressed(b, peakB));
        first = new Wide3(Encode(a.X), Encode(a.Y), Encode(a.Z));
        second = new Wide3(Encode(b.X), Encode(b.Y), Encode(b.Z));
    }

    /// <summary>Compresses highlights.</summary>
    /// <param name="c">Colours.</param>
    /// <param name="peak">Their brightest channels.</param>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Wide3 Compressed(in Wide3 c, Wide peak)
    {
        const float reach = (Brightest - Shoulder) / (1 - Shoulder);
        var over = Min(Max(peak - All(Shoulder), Wide.Zero) * (1 / (1 - Shoulder)), All(reach));
        var bent = over * Fma(over, All(1 / (reach * reach)), Wide.One) * Inverse(over + Wide.One);
        var shown = Fma(bent, All(1 - Shoulder), Min(peak, All(Shoulder)));
        var bleach = Wide.One - Inverse(Fma(Max(peak - shown, Wide.Zero), All(0.25f), Wide.One));
        return Wide3.Lerp(c * (shown * Inverse(peak)), new Wide3(shown, shown, shown), bleach);
    }

    /// <summary>Saturation, and tints that cross over at middle grey.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private Wide3 Graded(in Wide3 c)
    {
        var light = Max(Wide3.Luminance(c), Wide.Zero);
        var coloured = Wide3.Lerp(new Wide3(light, light, light), c, All(saturation));
        var bright = light * Inverse(light + All(Grey));
        var tint = Wide3.Lerp(Wide3.All(shadows), Wide3.All(highlights), bright * bright * (All(3) - bright - bright));
        return new Wide3(Max(coloured.X, Wide.Zero), Max(coloured.Y, Wide.Zero), Max(coloured.Z, Wide.Zero)) * tint;
    }

    /// <summary>The transfer function of sRGB (IEC 61966-2-1); its curved part is a cubic of the fourth root, 1/4000 off at most.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Wide Encode(Wide x)
    {
        var root = RoughInverseSqrt(RoughInverseSqrt(Max(x, All(1e-12f))));
        var curve = Fma(Fma(Fma(All(-0.13683462f), root, All(0.95259867f)), root, All(0.25577879f)), root, All(-0.07175715f));
        return Select(Vector512.LessThan(x, All(0.0031308f)), x * 12.92f, curve);
    }
}
