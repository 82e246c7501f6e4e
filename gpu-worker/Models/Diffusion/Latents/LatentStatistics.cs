namespace SoraFunctions.Models.Diffusion.Latents;

/// <summary>
/// How the numbers that a VAE works with are brought to the scale that the denoiser was trained on: (raw - mean) * scale / deviation.
/// </summary>
/// <param name="Scale">The scaling factor.</param>
/// <param name="Means">A mean for each channel; empty for 0.</param>
/// <param name="Deviations">A standard deviation for each channel; empty for 1.</param>
public sealed record LatentStatistics(float Scale, IReadOnlyList<float> Means, IReadOnlyList<float> Deviations)
{
    /// <summary>Changes nothing.</summary>
    public static LatentStatistics None { get; } = new(1, [], []);

    /// <summary>From the VAE's numbers to the denoiser's, in place.</summary>
    public void Normalise(LatentShape shape, Span<float> latents)
    {
        for (var channel = 0; channel < shape.Channels; channel++)
        {
            var (mean, factor) = Of(channel);
            foreach (ref var value in latents.Slice(channel * shape.Volume, shape.Volume))
                value = (value - mean) / factor;
        }
    }

    /// <summary>From the denoiser's numbers to the VAE's, in place.</summary>
    public void Restore(LatentShape shape, Span<float> latents)
    {
        for (var channel = 0; channel < shape.Channels; channel++)
        {
            var (mean, factor) = Of(channel);
            foreach (ref var value in latents.Slice(channel * shape.Volume, shape.Volume))
                value = value * factor + mean;
        }
    }

    private (float Mean, float Factor) Of(int channel) =>
        (Means.Count > 0 ? Means[channel] : 0, (Deviations.Count > 0 ? Deviations[channel] : 1) / Scale);
}
