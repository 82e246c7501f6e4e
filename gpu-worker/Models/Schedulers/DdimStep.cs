namespace SoraFunctions.Models.Schedulers;

/// <summary>The coefficients of one step of DDIM (Song et al. 2020, formulas 12 and 16).</summary>
internal readonly struct DdimStep
{
    private readonly double _alpha, _sigma, _nextAlpha, _direction, _deviation;

    /// <param name="signal">The share of the signal now.</param>
    /// <param name="nextSignal">The share of the signal after the step.</param>
    /// <param name="eta">The share of fresh noise.</param>
    public DdimStep(double signal, double nextSignal, double eta)
    {
        (Signal, NextSignal) = (signal, nextSignal);
        (_alpha, _sigma, _nextAlpha) = (Math.Sqrt(signal), Math.Sqrt(1 - signal), Math.Sqrt(nextSignal));
        _deviation = eta * Math.Sqrt((1 - nextSignal) / (1 - signal) * (1 - signal / nextSignal));
        _direction = Math.Sqrt(Math.Max(0, 1 - nextSignal - _deviation * _deviation));
    }

    public double Signal { get; }

    public double NextSignal { get; }

    /// <summary>One value of the next sample.</summary>
    public double Next(Prediction prediction, double x, double output, float? clip, double fresh)
    {
        var (clean, noise) = prediction switch
        {
            Prediction.Noise => ((x - _sigma * output) / _alpha, output),
            Prediction.Velocity => (_alpha * x - _sigma * output, _alpha * output + _sigma * x),
            _ => (output, (x - _alpha * output) / _sigma),
        };
        if (clip is { } range)
            clean = Math.Clamp(clean, -range, range);
        return _nextAlpha * clean + _direction * noise + _deviation * fresh;
    }
}
