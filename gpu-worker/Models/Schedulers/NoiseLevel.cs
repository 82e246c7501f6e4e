namespace SoraFunctions.Models.Schedulers;

/// <summary>A level of noise as solvers in half-logarithmic signal-to-noise ratio see it: x = alpha x0 + sigma noise.</summary>
/// <param name="Alpha">The factor of the clean sample.</param>
/// <param name="Sigma">The factor of the noise.</param>
internal readonly record struct NoiseLevel(double Alpha, double Sigma)
{
    /// <summary>log(alpha / sigma); infinite without noise.</summary>
    public double Lambda => Math.Log(Alpha) - Math.Log(Sigma);

    /// <summary>Of a noise level of flow matching.</summary>
    public static NoiseLevel OfFlow(double sigma) => new(1 - sigma, sigma);

    /// <summary>Of the ratio of noise to signal in a variance-preserving diffusion.</summary>
    public static NoiseLevel OfRatio(double ratio)
    {
        var alpha = 1 / Math.Sqrt(ratio * ratio + 1);
        return new(alpha, ratio * alpha);
    }

    /// <summary>The factors of the sample and of the model's output in the clean sample that they predict.</summary>
    public (double OfSample, double OfOutput) Clean(Prediction prediction) => prediction switch
    {
        Prediction.Noise => (1 / Alpha, -Sigma / Alpha),
        Prediction.Velocity => (Alpha, -Sigma),
        Prediction.Sample => (0, 1),
        _ => (1, -Sigma),
    };
}
