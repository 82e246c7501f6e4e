namespace SoraFunctions.Models.Diffusion.Families;

/// <summary>How a package takes the picture that a clip begins with.</summary>
public enum PictureInput
{
    /// <summary>It takes none.</summary>
    None,

    /// <summary>The first latent frame is the picture's and has the timestep of a clean sample (LTX-Video, Wan 2.2 TI2V).</summary>
    CleanFrame,

    /// <summary>More channels: which frames are known, and the latents of a clip of the known frames, grey elsewhere (Wan I2V and FLF2V).</summary>
    MaskAndLatents,

    /// <summary>More channels: the picture's latents, zero after the first frame (CogVideoX I2V).</summary>
    Latents,
}
