namespace SoraFunctions.Models.Schedulers;

/// <summary>Remembers the last prediction of the clean sample.</summary>
internal sealed class DpmSolverSampler(float[] timesteps, float[] sigmas, DpmSolver solver) : Sampler(timesteps, sigmas, false)
{
    private const int FewSteps = 15;

    private readonly NoiseLevel[] _levels = solver.Settings.Levels(sigmas);
    private float[] _last = [];

    protected override (double OfSample, double OfOutput) Clean(int index) => _levels[index].Clean(solver.Settings.Prediction);

    protected override NoiseLevel Level(int index) => _levels[index];

    protected override void Move(int index, Span<float> sample, ReadOnlySpan<float> output, ReadOnlySpan<float> noise)
    {
        if (index == First)
            _last = new float[sample.Length];
        var (now, next) = (_levels[index], _levels[index + 1]);
        var (ofSample, ofOutput) = now.Clean(solver.Settings.Prediction);
        var h = next.Lambda - now.Lambda;
        var growth = double.ExpM1(-h);
        var (keep, ofClean) = (next.Sigma / now.Sigma, -next.Alpha * growth);
        var ofSlope = SecondOrder(index) ? Slope(index, next, h, growth) : 0;
        for (var i = 0; i < sample.Length; i++)
        {
            var clean = (float)(ofSample * sample[i] + ofOutput * output[i]);
            sample[i] = (float)(keep * sample[i] + ofClean * clean + ofSlope * (clean - _last[i]));
            _last[i] = clean;
        }
    }

    private double Slope(int index, NoiseLevel next, double h, double growth)
    {
        var reach = (_levels[index].Lambda - _levels[index - 1].Lambda) / h;
        return (solver.Heun ? next.Alpha * (growth / h + 1) : -0.5 * next.Alpha * growth) / reach;
    }

    private bool SecondOrder(int index)
    {
        var settings = solver.Settings;
        var last = index == Timesteps.Count - 1;
        var firstOrderAtEnd = solver.EulerAtFinal || settings.FinalSigmaIsZero || (settings.LowerOrderFinal && Timesteps.Count < FewSteps);
        return settings.Order == 2 && index > First && !(last && firstOrderAtEnd);
    }
}
