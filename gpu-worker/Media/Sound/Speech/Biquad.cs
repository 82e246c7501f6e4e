using System.Runtime.CompilerServices;

namespace SoraFunctions.Media.Sound.Speech;

/// <summary>A two-pole filter at 48 kHz (Bristow-Johnson, Cookbook formulae for audio EQ biquad filter coefficients).</summary>
internal struct Biquad
{
    private readonly double _b0;
    private readonly double _b1;
    private readonly double _b2;
    private readonly double _a1;
    private readonly double _a2;
    private double _one;
    private double _two;

    private Biquad(double b0, double b1, double b2, double a0, double a1, double a2) =>
        (_b0, _b1, _b2, _a1, _a2) = (b0 / a0, b1 / a0, b2 / a0, a1 / a0, a2 / a0);

    /// <summary>Passes what is above a corner.</summary>
    public static Biquad HighPass(double hertz, double q = 0.707)
    {
        var (cos, alpha) = Angle(hertz, q);
        return new((1 + cos) / 2, -(1 + cos), (1 + cos) / 2, 1 + alpha, -2 * cos, 1 - alpha);
    }

    /// <summary>Passes what is below a corner.</summary>
    public static Biquad LowPass(double hertz, double q = 0.707)
    {
        var (cos, alpha) = Angle(hertz, q);
        return new((1 - cos) / 2, 1 - cos, (1 - cos) / 2, 1 + alpha, -2 * cos, 1 - alpha);
    }

    /// <summary>Raises or lowers what is about a frequency.</summary>
    public static Biquad Peak(double hertz, double decibels, double q)
    {
        var (cos, alpha) = Angle(hertz, q);
        var a = Math.Pow(10, decibels / 40);
        return new(1 + alpha * a, -2 * cos, 1 - alpha * a, 1 + alpha / a, -2 * cos, 1 - alpha / a);
    }

    /// <summary>Raises or lowers what is below a frequency.</summary>
    public static Biquad LowShelf(double hertz, double decibels)
    {
        var (cos, alpha) = Angle(hertz, 0.707);
        var a = Math.Pow(10, decibels / 40);
        var root = 2 * Math.Sqrt(a) * alpha;
        return new(
            a * (a + 1 - (a - 1) * cos + root), 2 * a * (a - 1 - (a + 1) * cos), a * (a + 1 - (a - 1) * cos - root),
            a + 1 + (a - 1) * cos + root, -2 * (a - 1 + (a + 1) * cos), a + 1 + (a - 1) * cos - root);
    }

    /// <summary>Raises or lowers what is above a frequency.</summary>
    public static Biquad HighShelf(double hertz, double decibels)
    {
        var (cos, alpha) = Angle(hertz, 0.707);
        var a = Math.Pow(10, decibels / 40);
        var root = 2 * Math.Sqrt(a) * alpha;
        return new(
            a * (a + 1 + (a - 1) * cos + root), -2 * a * (a - 1 + (a + 1) * cos), a * (a + 1 + (a - 1) * cos - root),
            a + 1 - (a - 1) * cos + root, 2 * (a - 1 - (a + 1) * cos), a + 1 - (a - 1) * cos - root);
    }

    /// <summary>The next sample.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public double Step(double input)
    {
        var output = _b0 * input + _one;
        _one = _b1 * input - _a1 * output + _two;
        _two = _b2 * input - _a2 * output;
        return output;
    }

    private static (double Cos, double Alpha) Angle(double hertz, double q)
    {
        var angle = 2 * Math.PI * hertz / StereoTrack.Rate;
        return (Math.Cos(angle), Math.Sin(angle) / (2 * q));
    }
}
