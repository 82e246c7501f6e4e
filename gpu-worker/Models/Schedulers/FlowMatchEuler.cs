namespace SoraFunctions.Models.Schedulers;

/// <summary>Euler's method along the straight paths of flow matching (SD3, LTX-Video, Mochi, Flux). The model predicts <see cref="Prediction.Flow"/>.</summary>
public sealed record FlowMatchEuler : IScheduler
{
    /// <summary>Steps of training: the scale of the timesteps.</summary>
    public int TrainSteps { get; init; } = 1000;

    /// <summary>The static shift (<see cref="FlowShift.Static"/>); not used with <see cref="DynamicShift"/>.</summary>
    public double Shift { get; init; } = 1;

    /// <summary>The shift that follows the length of the sequence; null for the static one.</summary>
    public DynamicShift? DynamicShift { get; init; }

    /// <summary>The noise level of the last step (<see cref="FlowShift.StretchToTerminal"/>); null to leave it.</summary>
    public double? ShiftTerminal { get; init; }

    /// <summary>Whether noise levels count from the clean end, as Mochi's do.</summary>
    public bool InvertSigmas { get; init; }

    /// <summary>Whether each step goes to the predicted clean sample and adds fresh noise.</summary>
    public bool Stochastic { get; init; }

    /// <inheritdoc/>
    public ISampler Start(SamplingPlan plan)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(plan.Steps, 1);
        var sigmas = plan.Sigmas is { } given ? [.. given.Select(sigma => (double)(float)sigma)] : DefaultSigmas(plan.Steps);
        if (sigmas.Length != plan.Steps)
            throw new ArgumentException($"{sigmas.Length} noise levels for {plan.Steps} steps", nameof(plan));
        foreach (ref var sigma in sigmas.AsSpan())
            sigma = DynamicShift is { } dynamic ? dynamic.Apply(sigma, plan.Tokens) : FlowShift.Static(sigma, Shift);
        if (ShiftTerminal is { } terminal)
            FlowShift.StretchToTerminal(sigmas, terminal);
        float[] levels = [.. sigmas.Select(sigma => InvertSigmas ? 1f - (float)sigma : (float)sigma), InvertSigmas ? 1f : 0f];
        float[] timesteps = [.. levels[..^1].Select(sigma => sigma * TrainSteps)];
        return new EulerSampler(timesteps, levels, this);
    }

    // The reference shifts the range once when it is made and the levels in it again.
    private double[] DefaultSigmas(int steps)
    {
        var least = 1.0 / TrainSteps;
        return FlowShift.Linspace(1, DynamicShift is null ? FlowShift.Static(least, Shift) : least, steps);
    }

    private sealed class EulerSampler(float[] timesteps, float[] sigmas, FlowMatchEuler method) : Sampler(timesteps, sigmas, method.Stochastic)
    {
        // Counted from the clean end, the path is walked the other way.
        protected override (double OfSample, double OfOutput) Clean(int index) => (1, method.InvertSigmas ? Level(index).Sigma : -Level(index).Sigma);

        protected override NoiseLevel Level(int index) => NoiseLevel.OfFlow(method.InvertSigmas ? 1 - Sigmas[index] : Sigmas[index]);

        protected override void Move(int index, Span<float> sample, ReadOnlySpan<float> output, ReadOnlySpan<float> noise)
        {
            var (now, next) = (Sigmas[index], Sigmas[index + 1]);
            if (NeedsNoise)
                for (var i = 0; i < sample.Length; i++)
                    sample[i] = (1 - next) * (sample[i] - now * output[i]) + next * noise[i];
            else
                for (var i = 0; i < sample.Length; i++)
                    sample[i] += (next - now) * output[i];
        }
    }
}
