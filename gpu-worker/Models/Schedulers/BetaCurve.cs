namespace SoraFunctions.Models.Schedulers;

/// <summary>How the variance of the noise grows over the steps of training.</summary>
public enum BetaCurve
{
    /// <summary>Evenly from start to end.</summary>
    Linear,

    /// <summary>Its square root evenly from start to end (latent diffusion).</summary>
    ScaledLinear,

    /// <summary>From the cosine curve of Nichol and Dhariwal 2021; start and end are not used.</summary>
    Cosine,
}
