namespace SoraFunctions.Models.Schedulers;

/// <summary>
/// UniPC (Zhao et al. 2023) with B(h) = e^h - 1 on predictions of the clean sample, order 1 or 2: each output of the model first
/// corrects the step before it, then predicts the next. Wan's scheduler, in its flow form.
/// </summary>
public sealed record UniPc : IScheduler
{
    /// <summary>The noise levels and the reading of the model's output.</summary>
    public MultistepSettings Settings { get; init; } = new();

    /// <inheritdoc/>
    public ISampler Start(SamplingPlan plan)
    {
        Settings.Check(plan);
        if (plan.Sigmas is not null && (Settings.FlowShift is null || plan.Sigmas.Count != plan.Steps))
            throw new ArgumentException("noise levels can be given, one a step, to a flow schedule alone", nameof(plan));
        var (timesteps, sigmas) = Settings.FlowShift is { } shift ? Flow(plan, shift) : Settings.VariancePreserving(plan.Steps);
        return new UniPcSampler(timesteps, sigmas, Settings);
    }

    private (float[] Timesteps, float[] Sigmas) Flow(SamplingPlan plan, double shift)
    {
        var train = Settings.Variance.TrainSteps;
        var sigmas = (plan.Sigmas ?? FlowShift.Linspace(1, 1.0 / train, plan.Steps + 1)[..^1])
            .Select(sigma => FlowShift.Static(sigma, shift)).ToArray();
        if (Math.Abs(sigmas[0] - 1) < 1e-6)
            sigmas[0] -= 1e-6; // a level without any signal would be infinite
        float[] timesteps = [.. sigmas.Select(sigma => (float)Math.Truncate(sigma * train))];
        return (timesteps, [.. sigmas.Select(sigma => (float)sigma), Settings.FinalSigmaIsZero ? 0f : (float)sigmas[^1]]);
    }
}
