namespace SoraFunctions.Models.Schedulers;

/// <summary>DPM-Solver++ (Lu et al. 2022), multistep, order 1 or 2 ("2M"), midpoint or Heun; also in flow form.</summary>
public sealed record DpmSolver : IScheduler
{
    /// <summary>The noise levels and the reading of the model's output.</summary>
    public MultistepSettings Settings { get; init; } = new();

    /// <summary>Whether second-order steps follow Heun's rule; else the midpoint's.</summary>
    public bool Heun { get; init; }

    /// <summary>Whether the last step is of first order however many there are.</summary>
    public bool EulerAtFinal { get; init; }

    /// <inheritdoc/>
    public ISampler Start(SamplingPlan plan)
    {
        Settings.Check(plan);
        if (plan.Sigmas is not null)
            throw new ArgumentException("this method does not take given noise levels", nameof(plan));
        var (timesteps, sigmas) = Settings.FlowShift is { } shift ? Flow(plan.Steps, shift) : Settings.VariancePreserving(plan.Steps);
        return new DpmSolverSampler(timesteps, sigmas, this);
    }

    private (float[] Timesteps, float[] Sigmas) Flow(int steps, double shift)
    {
        var train = Settings.Variance.TrainSteps;
        if (!Settings.FinalSigmaIsZero)
            throw new ArgumentException("a flow schedule ends without noise", nameof(steps));
        var sigmas = FlowShift.Linspace(1, 1.0 / train, steps + 1).Skip(1).Reverse().Select(rest => FlowShift.Static(1 - rest, shift)).ToArray();
        return ([.. sigmas.Select(sigma => (float)Math.Truncate(sigma * train))], [.. sigmas.Select(sigma => (float)sigma), 0f]);
    }
}
