namespace SoraFunctions.Models.Diffusion.Families;

/// <summary>How a prompt is prepared for a denoiser.</summary>
/// <param name="Length">Tokens, padding included.</param>
/// <param name="Masked">Whether the text encoder is told which tokens are padding; else it takes padding for text, as it did in training.</param>
/// <param name="ZeroPadding">Whether what the encoder makes of padding is replaced by zeros.</param>
public sealed record TextRule(int Length, bool Masked = false, bool ZeroPadding = false);
