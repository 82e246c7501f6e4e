namespace SoraFunctions.Models.Schedulers;

/// <summary>Remembers the two last predictions of the clean sample and the sample of the step before.</summary>
internal sealed class UniPcSampler(float[] timesteps, float[] sigmas, MultistepSettings settings) : Sampler(timesteps, sigmas, false)
{
    private readonly NoiseLevel[] _levels = settings.Levels(sigmas);
    private float[] _previous = [], _last = [], _before = [];
    private int _order;

    protected override (double OfSample, double OfOutput) Clean(int index) => _levels[index].Clean(settings.Prediction);

    protected override NoiseLevel Level(int index) => _levels[index];

    protected override void Move(int index, Span<float> sample, ReadOnlySpan<float> output, ReadOnlySpan<float> noise)
    {
        if (index == First)
            (_previous, _last, _before) = (new float[sample.Length], new float[sample.Length], new float[sample.Length]);
        var (ofSample, ofOutput) = _levels[index].Clean(settings.Prediction);
        var clean = new float[sample.Length];
        for (var i = 0; i < clean.Length; i++)
            clean[i] = (float)(ofSample * sample[i] + ofOutput * output[i]);

        if (index > First)
            Correct(index, sample, clean);
        (_before, _last) = (_last, clean);
        sample.CopyTo(_previous);
        // A step to a level without noise is infinitely long: only the first order is defined there.
        var lowered = settings.LowerOrderFinal || settings.FinalSigmaIsZero;
        _order = Math.Min(lowered ? Math.Min(settings.Order, Timesteps.Count - index) : settings.Order, index - First + 1);
        Predict(index, sample);
    }

    private void Predict(int index, Span<float> sample)
    {
        var (now, next) = (_levels[index], _levels[index + 1]);
        var h = next.Lambda - now.Lambda;
        var growth = double.ExpM1(-h);
        var slope = _order == 2 ? 0.5 / Reach(index, h) : 0;
        var (ofSample, ofClean) = (next.Sigma / now.Sigma, -next.Alpha * growth);
        for (var i = 0; i < sample.Length; i++)
            sample[i] = (float)(ofSample * sample[i] + ofClean * (_last[i] + slope * (_before[i] - _last[i])));
    }

    // Takes the step to this level again, now that the prediction at its end is known.
    private void Correct(int index, Span<float> sample, ReadOnlySpan<float> clean)
    {
        var (now, next) = (_levels[index - 1], _levels[index]);
        var h = next.Lambda - now.Lambda;
        var growth = double.ExpM1(-h);
        var (slope, end) = (0.0, 0.5);
        if (_order == 2)
        {
            // The weights at which polynomials of degree 0 and 1 are integrated exactly (Zhao et al., section 3.2).
            var reach = Reach(index - 1, h);
            var phi1 = growth / -h - 1;
            var phi2 = phi1 / -h - 0.5;
            var (b1, b2) = (phi1 / growth, 2 * phi2 / growth);
            var weight = (b1 - b2) / (1 - reach);
            (slope, end) = (weight / reach, b1 - weight);
        }
        var (ofSample, ofClean) = (next.Sigma / now.Sigma, -next.Alpha * growth);
        for (var i = 0; i < sample.Length; i++)
            sample[i] = (float)(ofSample * _previous[i] + ofClean * (_last[i] + slope * (_before[i] - _last[i]) + end * (clean[i] - _last[i])));
    }

    // How far the step before reached back, in steps of h; negative.
    private double Reach(int index, double h) => (_levels[index - 1].Lambda - _levels[index].Lambda) / h;
}
