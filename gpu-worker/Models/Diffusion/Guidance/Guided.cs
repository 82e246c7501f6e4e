namespace SoraFunctions.Models.Diffusion.Guidance;

/// <summary>Joins what a model says to the negative prompt and to the prompt.</summary>
public static class Guided
{
    /// <summary>negative + scale * (positive - negative), then rescaled.</summary>
    /// <param name="negative">Said to the negative prompt; holds the result afterwards.</param>
    /// <param name="positive">Said to the prompt.</param>
    /// <param name="scale">The scale of guidance.</param>
    /// <param name="rescale">The share of the rescaled result, 0 to 1.</param>
    public static void Join(Span<float> negative, ReadOnlySpan<float> positive, double scale, double rescale = 0)
    {
        var factor = (float)scale;
        for (var i = 0; i < negative.Length; i++)
            negative[i] += factor * (positive[i] - negative[i]);
        if (rescale > 0)
            Rescale(negative, positive, rescale);
    }

    // The guided output gets the deviation of the prompt's own (Lin et al. 2024, formulas 15 and 16).
    private static void Rescale(Span<float> guided, ReadOnlySpan<float> positive, double share)
    {
        var deviation = Deviation(guided);
        if (deviation == 0)
            return;
        var factor = (float)(share * Deviation(positive) / deviation + 1 - share);
        foreach (ref var value in guided)
            value *= factor;
    }

    // In one order of sums, so that every machine gets the same.
    private static double Deviation(ReadOnlySpan<float> values)
    {
        var (sum, squares) = (0.0, 0.0);
        foreach (var value in values)
        {
            sum += value;
            squares += (double)value * value;
        }
        var mean = sum / values.Length;
        return Math.Sqrt(Math.Max(0, squares / values.Length - mean * mean));
    }
}
