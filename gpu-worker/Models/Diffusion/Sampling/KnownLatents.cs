namespace SoraFunctions.Models.Diffusion.Sampling;

/// <summary>What a denoiser is told of the clip beforehand.</summary>
/// <param name="FirstFrame">The latents of the first frame, which is kept clean all the way; empty where it is not.</param>
/// <param name="Channels">Channels that are put behind the latents', for the whole clip, channel by channel; empty for none.</param>
public sealed record KnownLatents(float[] FirstFrame, float[] Channels)
{
    /// <summary>The first picture as an image encoder describes it; empty where the denoiser does not ask.</summary>
    public float[] Image { get; init; } = [];
}
