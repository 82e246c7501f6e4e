using System.Runtime.CompilerServices;

namespace SoraFunctions.Media.Sound;

/// <summary>A two-pole filter that may be swept while it sounds (Zavalishin, The Art of VA Filter Design, 2012: trapezoidal SVF).</summary>
internal struct StateFilter
{
    private double _one;
    private double _two;
    private double _g;
    private double _k;
    private double _a;

    public double Low { get; private set; }

    public double Band { get; private set; }

    public double High { get; private set; }

    /// <summary>Sets the corner.</summary>
    /// <param name="hertz">Corner frequency.</param>
    /// <param name="resonance">Q: 0.707 is flat.</param>
    public void Tune(double hertz, double resonance = 0.707)
    {
        _g = Math.Tan(Math.PI * Math.Clamp(hertz, 10, StereoTrack.Rate * 0.45) / StereoTrack.Rate);
        _k = 1 / resonance;
        _a = 1 / (1 + _g * (_g + _k));
    }

    /// <summary>Takes over corner and resonance of another, not what it sounds.</summary>
    public void CopyTuning(in StateFilter other) => (_g, _k, _a) = (other._g, other._k, other._a);

    /// <summary>Takes one sample; the outputs follow.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void Step(double input)
    {
        var v3 = input - _two;
        var v1 = _a * (_one + _g * v3);
        var v2 = _two + _g * v1;
        _one = 2 * v1 - _one;
        _two = 2 * v2 - _two;
        (Low, Band, High) = (v2, v1 * _k, input - _k * v1 - v2);
    }
}
