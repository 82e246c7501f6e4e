namespace SoraFunctions.Models.Schedulers;

/// <summary>What the multistep solvers share: where the noise levels come from and how the model's output is read.</summary>
public sealed record MultistepSettings
{
    /// <summary>The noise of the training, where <see cref="FlowShift"/> is null.</summary>
    public VarianceSchedule Variance { get; init; } = new();

    /// <summary>The static shift of flow matching; null for a variance-preserving diffusion.</summary>
    public double? FlowShift { get; init; }

    /// <summary>What the model predicts.</summary>
    public Prediction Prediction { get; init; } = Prediction.Noise;

    /// <summary>Which training steps are visited, where <see cref="FlowShift"/> is null.</summary>
    public TimestepSpacing Spacing { get; init; } = TimestepSpacing.Linspace;

    /// <summary>Added to the timesteps of <see cref="TimestepSpacing.Leading"/>.</summary>
    public int StepsOffset { get; init; }

    /// <summary>Steps that the solver looks back on: 1 or 2.</summary>
    public int Order { get; init; } = 2;

    /// <summary>Whether the last step ends without noise; else with the least noise of the training.</summary>
    public bool FinalSigmaIsZero { get; init; } = true;

    /// <summary>Whether the end is taken at a lower order, which is steadier with few steps.</summary>
    public bool LowerOrderFinal { get; init; } = true;

    /// <summary>The timesteps and the levels of noise, one more, of a sampling in a variance-preserving diffusion.</summary>
    internal (float[] Timesteps, float[] Sigmas) VariancePreserving(int steps)
    {
        var shares = Variance.SignalShares();
        if (Variance.ZeroTerminalSnr)
            shares[^1] = Math.Pow(2, -24); // a level without any signal would be infinite
        var timesteps = Timesteps.Multistep(Spacing, Variance.TrainSteps, steps, StepsOffset);
        float[] sigmas = [.. timesteps.Select(timestep => Ratio(shares[timestep])), FinalSigmaIsZero ? 0 : Ratio(shares[0])];
        return ([.. timesteps], sigmas);
    }

    /// <summary>The levels of noise that belong to sigmas.</summary>
    internal NoiseLevel[] Levels(float[] sigmas) =>
        [.. sigmas.Select(sigma => FlowShift is null ? NoiseLevel.OfRatio(sigma) : NoiseLevel.OfFlow(sigma))];

    /// <exception cref="ArgumentException">A setting is not one that the solvers know.</exception>
    internal void Check(SamplingPlan plan)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(plan.Steps, 1);
        if (Order is not (1 or 2))
            throw new ArgumentException($"the order is {Order}; 1 and 2 are known", nameof(plan));
        if (FlowShift is null != (Prediction != Prediction.Flow))
            throw new ArgumentException(
                $"a prediction of {Prediction} does not belong to {(FlowShift is null ? "a variance-preserving" : "a flow")} schedule", nameof(plan));
    }

    private static float Ratio(double share) => (float)Math.Sqrt((1 - share) / share);
}
