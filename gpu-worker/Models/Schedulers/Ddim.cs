namespace SoraFunctions.Models.Schedulers;

/// <summary>Denoising diffusion implicit models (Song et al. 2020); with a shifted and zero-terminal schedule, CogVideoX's.</summary>
public sealed record Ddim : IScheduler
{
    /// <summary>The noise of the training.</summary>
    public VarianceSchedule Variance { get; init; } = new();

    /// <summary>What the model predicts; not <see cref="Prediction.Flow"/>.</summary>
    public Prediction Prediction { get; init; } = Prediction.Noise;

    /// <summary>Which training steps are visited.</summary>
    public TimestepSpacing Spacing { get; init; } = TimestepSpacing.Leading;

    /// <summary>Added to the timesteps of <see cref="TimestepSpacing.Leading"/>.</summary>
    public int StepsOffset { get; init; }

    /// <summary>Whether the sample after the last step is taken to be clean; else as clean as the first training step.</summary>
    public bool FinalSignalIsOne { get; init; } = true;

    /// <summary>The predicted clean sample is clipped to plus and minus this; null for no clipping.</summary>
    public float? ClipRange { get; init; }

    /// <summary>The share of fresh noise: 0 none, 1 as much as ancestral sampling.</summary>
    public double Eta { get; init; }

    /// <inheritdoc/>
    public ISampler Start(SamplingPlan plan)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(plan.Steps, 1);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(plan.Steps, Variance.TrainSteps);
        if (plan.Sigmas is not null || Prediction == Prediction.Flow)
            throw new ArgumentException("this method knows neither given noise levels nor flow predictions", nameof(plan));
        var shares = Variance.SignalShares();
        var final = FinalSignalIsOne ? 1 : shares[0];
        var timesteps = Timesteps.OneStep(Spacing, Variance.TrainSteps, plan.Steps, StepsOffset);
        // The distance is a whole number even where the timesteps were rounded, as in the reference.
        var distance = Variance.TrainSteps / plan.Steps;
        var steps = timesteps.Select(now => new DdimStep(shares[now], now >= distance ? shares[now - distance] : final, Eta)).ToArray();
        return new DdimSampler([.. timesteps], steps, Prediction, ClipRange, Eta > 0);
    }

    private sealed class DdimSampler(float[] timesteps, DdimStep[] steps, Prediction prediction, float? clip, bool needsNoise)
        : Sampler(timesteps, [.. steps.Select(step => (float)Math.Sqrt(1 - step.Signal)), (float)Math.Sqrt(1 - steps[^1].NextSignal)], needsNoise)
    {
        protected override (double OfSample, double OfOutput) Clean(int index) => Level(index).Clean(prediction);

        protected override NoiseLevel Level(int index) => new(Math.Sqrt(steps[index].Signal), Math.Sqrt(1 - steps[index].Signal));

        protected override void Move(int index, Span<float> sample, ReadOnlySpan<float> output, ReadOnlySpan<float> noise)
        {
            var step = steps[index];
            for (var i = 0; i < sample.Length; i++)
                sample[i] = (float)step.Next(prediction, sample[i], output[i], clip, NeedsNoise ? noise[i] : 0);
        }
    }
}
