namespace SoraFunctions.Models.Schedulers;

/// <summary>The noise of a variance-preserving diffusion over the steps of its training: x = sqrt(a) x0 + sqrt(1 - a) noise.</summary>
public sealed record VarianceSchedule
{
    /// <summary>Steps of training.</summary>
    public int TrainSteps { get; init; } = 1000;

    /// <summary>How the variance grows.</summary>
    public BetaCurve Curve { get; init; } = BetaCurve.Linear;

    /// <summary>The variance added by the first step.</summary>
    public double Start { get; init; } = 0.0001;

    /// <summary>The variance added by the last step.</summary>
    public double End { get; init; } = 0.02;

    /// <summary>Divides the signal-to-noise ratio by this (CogVideoX: 3 or 1): a / (k + (1 - k) a).</summary>
    public double SnrShift { get; init; } = 1;

    /// <summary>Whether the last step is pure noise (Lin et al. 2023, algorithm 1).</summary>
    public bool ZeroTerminalSnr { get; init; }

    /// <summary>The variance of each step of training.</summary>
    public float[] Betas() => Curve switch
    {
        BetaCurve.Linear => [.. FlowShift.Linspace(Start, End, TrainSteps).Select(beta => (float)beta)],
        BetaCurve.ScaledLinear => [.. FlowShift.Linspace(Math.Sqrt(Start), Math.Sqrt(End), TrainSteps).Select(root => (float)(root * root))],
        BetaCurve.Cosine => [.. Enumerable.Range(0, TrainSteps).Select(step => (float)Math.Min(1 - Cosine(step + 1) / Cosine(step), 0.999))],
        _ => throw new InvalidOperationException($"{Curve} is no curve"),
    };

    /// <summary>a of each step of training: the share of the signal in the variance, falling from near 1 towards 0.</summary>
    public double[] SignalShares()
    {
        var share = 1.0;
        double[] shares = [.. Betas().Select(beta => share *= 1f - beta)];
        foreach (ref var one in shares.AsSpan())
            one /= SnrShift + (1 - SnrShift) * one;
        if (ZeroTerminalSnr)
            RemoveLastSignal(shares);
        return shares;
    }

    private static void RemoveLastSignal(Span<double> shares)
    {
        var (first, last) = (Math.Sqrt(shares[0]), Math.Sqrt(shares[^1]));
        foreach (ref var share in shares)
        {
            var root = (Math.Sqrt(share) - last) * first / (first - last);
            share = root * root;
        }
    }

    private double Cosine(int step)
    {
        var root = Math.Cos(((double)step / TrainSteps + 0.008) / 1.008 * Math.PI / 2);
        return root * root;
    }
}
