namespace SoraFunctions.Models.Packages;

/// <summary>What a part of a package does.</summary>
public enum PartKind
{
    /// <summary>Text to token ids.</summary>
    Tokeniser,

    /// <summary>Token ids to vectors.</summary>
    TextEncoder,

    /// <summary>Noisy latents to a prediction: the transformer or U-Net.</summary>
    Denoiser,

    /// <summary>Latents to pictures.</summary>
    Decoder,

    /// <summary>Pictures to latents; needed to begin from a picture alone.</summary>
    Encoder,

    /// <summary>A picture to vectors that describe it (CLIP vision), for denoisers that take them beside the prompt.</summary>
    ImageEncoder,

    /// <summary>The steps from noise to a sample.</summary>
    Scheduler,
}
