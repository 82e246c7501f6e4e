namespace SoraFunctions.Models.Packages;

/// <summary>What a tensor of a graph means, whatever its exporter called it.</summary>
public enum TensorRole
{
    /// <summary>The noisy latents of a denoiser; the latents of a decoder; the pictures of an encoder.</summary>
    Sample,

    /// <summary>How noisy the sample is.</summary>
    Timestep,

    /// <summary>The prompt as the text encoder gave it, token by token.</summary>
    Text,

    /// <summary>Which tokens of <see cref="Text"/> count.</summary>
    TextMask,

    /// <summary>The prompt as one vector.</summary>
    PooledText,

    /// <summary>The first picture, as an image encoder gave it.</summary>
    Image,

    /// <summary>The ids of the prompt's tokens.</summary>
    TokenIds,

    /// <summary>Which of <see cref="TokenIds"/> count.</summary>
    TokenMask,

    /// <summary>The width of the latents.</summary>
    Width,

    /// <summary>The height of the latents.</summary>
    Height,

    /// <summary>The frames of the latents.</summary>
    Frames,

    /// <summary>How far apart positions are in time, height and width: three numbers.</summary>
    RotaryScale,

    /// <summary>Whether the latent frame is a clip's first.</summary>
    First,

    /// <summary>How strongly a distilled model follows the prompt.</summary>
    Guidance,
}
