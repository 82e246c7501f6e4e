namespace SoraFunctions.Models.Diffusion.Latents;

/// <summary>The order in which a graph wants latents.</summary>
public enum LatentLayout
{
    /// <summary>[batch, channels, frames, height, width]: Wan, Mochi, AnimateDiff and every decoder.</summary>
    ChannelsFirst,

    /// <summary>[batch, frames, channels, height, width]: CogVideoX.</summary>
    FramesFirst,

    /// <summary>[batch, frames * height * width, channels]: LTX-Video.</summary>
    Tokens,
}
