using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;

namespace SoraFunctions.Media.Sound.Music.Instruments;

/// <summary>
/// Instruments that are held: filtered saw waves without aliasing (PolyBLEP, Välimäki and Huovilainen 2007), eight at once and up
/// to eight a side, each detuned a little differently, which makes them wide.
/// </summary>
internal static class Held
{
    // Cents of four on the left and four on the right. A section takes two groups: with fewer their beating is heard as a throb.
    private static readonly float[][] _wide = [[-7, -2.5f, 3, 7.5f, -6.2f, -3.3f, 2.2f, 8.1f]];
    private static readonly float[][] _section = [[-9, -4, 1, 6, -7.5f, -1, 4.5f, 10], [-12.3f, -6.1f, 3.3f, 8.7f, -10.4f, -4.8f, 2.1f, 12.9f]];
    private static readonly float[][] _tight = [[-4, -1, 2, 5, -5, -2, 1, 4]];

    /// <summary>A warm pad.</summary>
    public static (float[] Left, float[] Right) Pad(double hertz, double seconds, double force) => Saws(
        hertz, seconds, _wide, 0.45, 0.9, at => 620 + 1900 * force * (0.5 - 0.5 * Math.Cos(Math.PI * Math.Min(1, at / Math.Min(2.4, seconds)))), 0.25 * force);

    /// <summary>A string section.</summary>
    public static (float[] Left, float[] Right) Strings(double hertz, double seconds, double force) =>
        Saws(hertz, seconds, _section, 0.14, 0.4, at => 900 + 2800 * force * (1 - Math.Exp(-at / 0.3)), 0.27 * force);

    /// <summary>Horns and trombones: brighter the louder, and late in the highs.</summary>
    public static (float[] Left, float[] Right) Brass(double hertz, double seconds, double force) =>
        Saws(hertz, seconds, _tight, 0.045, 0.22, at => 380 + 3400 * force * force * (1 - Math.Exp(-at / 0.09)) * (0.55 + 0.45 * Math.Exp(-at / 0.7)), 0.34 * force);

    /// <summary>A short synthetic stroke whose brightness falls.</summary>
    public static (float[] Left, float[] Right) Stab(double hertz, double force) =>
        Saws(hertz, 0.1, _tight, 0.003, 0.2, at => 350 + 3800 * force * Math.Exp(-at / 0.07), 0.55 * force);

    /// <summary>A synthetic pluck that sings a little longer.</summary>
    public static (float[] Left, float[] Right) Pluck(double hertz, double force) =>
        Saws(hertz, 0.22, _wide, 0.002, 0.35, at => 500 + 5200 * force * Math.Exp(-at / 0.11), 0.5 * force);

    /// <summary>A round bass: a sine with some of its octave, driven gently.</summary>
    public static float[] Bass(double hertz, double seconds, double force)
    {
        var sound = Tone.Room(seconds + 0.18);
        var turn = 2 * Math.PI * hertz / StereoTrack.Rate;
        var (swell, shrink) = (1.0, Math.Exp(-1 / (1.6 * StereoTrack.Rate)));
        for (var i = 0; i < sound.Length; i++)
        {
            var one = Math.Sin(turn * i);
            var cos = Math.Cos(turn * i);
            // sin 2x = 2 sin x cos x; sin 3x = 3 sin x - 4 sin^3 x
            sound[i] = (float)(Math.Tanh(1.6 * (one + 0.84 * swell * one * cos + 0.2 * swell * one * (3 - 4 * one * one))) * (0.45 + 0.55 * swell));
            swell *= shrink;
        }

        Partials.Smooth(sound, 0.008, Math.Min(0.18, seconds * 0.6));
        return Tone.Scaled(sound, 0, force * 0.2);
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static (float[] Left, float[] Right) Saws(
        double hertz, double seconds, float[][] cents, double attack, double release, Func<double, double> corner, double gain)
    {
        const int control = 64;
        var (left, right) = (Tone.Room(seconds + release), Tone.Room(seconds + release));
        var groups = cents.Length;
        Span<Vector256<float>> steps = stackalloc Vector256<float>[groups];
        Span<Vector256<float>> phases = stackalloc Vector256<float>[groups];
        for (var k = 0; k < groups; k++)
        {
            steps[k] = Vector256.Create<float>(Array.ConvertAll(cents[k], cent => (float)(hertz * Math.Pow(2, cent / 1200) / StereoTrack.Rate)));
            phases[k] = Vector256.Create(0, 0.381966f, 0.763932f, 0.145898f, 0.527864f, 0.90983f, 0.291796f, 0.673762f) * (1 - (0.37f * k));
        }

        StateFilter leftOne = default, leftTwo = default, rightOne = default, rightTwo = default;
        var factor = (float)(gain / 4 / Math.Sqrt(groups));
        for (var i = 0; i < left.Length; i++)
        {
            if (i % control == 0)
            {
                var hz = corner(i / (double)StereoTrack.Rate);
                leftOne.Tune(hz, 0.8);
                leftTwo.Tune(hz * 1.6, 0.6);
                rightOne.CopyTuning(leftOne);
                rightTwo.CopyTuning(leftTwo);
            }

            var saws = Vector256<float>.Zero;
            for (var k = 0; k < groups; k++)
                saws += Saw(ref phases[k], steps[k]);
            var (low, high) = (saws.GetLower(), saws.GetUpper());
            leftOne.Step((low[0] + low[1]) + (low[2] + low[3]));
            rightOne.Step((high[0] + high[1]) + (high[2] + high[3]));
            leftTwo.Step(leftOne.Low);
            rightTwo.Step(rightOne.Low);
            left[i] = (float)leftTwo.Low * factor;
            right[i] = (float)rightTwo.Low * factor;
        }

        Partials.Smooth(left, Math.Min(attack, seconds), release);
        Partials.Smooth(right, Math.Min(attack, seconds), release);
        return (left, right);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector256<float> Saw(ref Vector256<float> phases, Vector256<float> steps)
    {
        var one = Vector256.Create(1f);
        phases += steps;
        phases -= one & Vector256.GreaterThanOrEqual(phases, one);
        var rising = phases / steps;
        var falling = (phases - one) / steps;
        return phases + phases - one
            - ((rising + rising - (rising * rising) - one) & Vector256.LessThan(phases, steps))
            - (((falling * falling) + falling + falling + one) & Vector256.GreaterThan(phases, one - steps));
    }
}
