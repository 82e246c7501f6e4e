namespace SoraFunctions.Models.Schedulers;

/// <summary>Functions that bend the noise levels of flow matching, where x = (1 - sigma) x0 + sigma noise and sigma is 0 to 1.</summary>
public static class FlowShift
{
    /// <summary>Spends more of the steps at high noise: shift * sigma / (1 + (shift - 1) sigma).</summary>
    /// <param name="sigma">A noise level, 0 to 1.</param>
    /// <param name="shift">1 changes nothing; more means longer at high noise.</param>
    public static double Static(double sigma, double shift) => shift * sigma / (1 + (shift - 1) * sigma);

    /// <summary>The same bend, given by its logarithm (Esser et al. 2024): e^mu / (e^mu + 1/sigma - 1).</summary>
    public static double Exponential(double sigma, double mu) => Math.Exp(mu) / (Math.Exp(mu) + (1 / sigma - 1));

    /// <summary>The same bend, given by its factor: mu / (mu + 1/sigma - 1).</summary>
    public static double Linear(double sigma, double mu) => mu / (mu + (1 / sigma - 1));

    /// <summary>The logarithm of the shift for a sequence of so many tokens, on the line through two known points.</summary>
    /// <param name="tokens">The length of the sequence.</param>
    /// <param name="baseTokens">The length at which the shift is <paramref name="baseShift"/>.</param>
    /// <param name="maxTokens">The length at which the shift is <paramref name="maxShift"/>.</param>
    /// <param name="baseShift">The logarithm of the shift at the first point.</param>
    /// <param name="maxShift">The logarithm of the shift at the second point.</param>
    public static double Mu(int tokens, int baseTokens, int maxTokens, double baseShift, double maxShift)
    {
        var slope = (maxShift - baseShift) / (maxTokens - baseTokens);
        return slope * tokens + baseShift - slope * baseTokens;
    }

    /// <summary>Stretches descending noise levels so that the last one becomes <paramref name="terminal"/> and 1 stays 1 (LTX-Video).</summary>
    public static void StretchToTerminal(Span<double> sigmas, double terminal)
    {
        var scale = (1 - sigmas[^1]) / (1 - terminal);
        foreach (ref var sigma in sigmas)
            sigma = 1 - (1 - sigma) / scale;
    }

    /// <summary>Noise levels that fall slowly along a line first and quadratically to 0 then (Mochi), one a step.</summary>
    /// <param name="steps">How many; at least 2.</param>
    /// <param name="thresholdNoise">How much noise is taken away over the first half.</param>
    public static double[] LinearQuadratic(int steps, double thresholdNoise = 0.025)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(steps, 2);
        var linear = steps / 2;
        var quadratic = steps - linear;
        var excess = linear - thresholdNoise * steps;
        var a = excess / ((double)linear * quadratic * quadratic);
        var b = thresholdNoise / linear - 2 * excess / ((double)quadratic * quadratic);
        var c = a * linear * linear;
        return [.. Enumerable.Range(0, steps).Select(i => 1 - (i < linear ? i * thresholdNoise / linear : a * i * i + b * i + c))];
    }

    /// <summary>Evenly spaced values from one end to the other, both included.</summary>
    internal static double[] Linspace(double from, double to, int count) =>
        [.. Enumerable.Range(0, count).Select(i => i == count - 1 && count > 1 ? to : from + (to - from) / Math.Max(1, count - 1) * i)];
}
