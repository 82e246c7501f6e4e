namespace SoraFunctions.Models.Diffusion.Texts;

/// <summary>A prompt as a denoiser takes it.</summary>
/// <param name="Vectors">A vector for each token, one after the other.</param>
/// <param name="Mask">1 for each token of the prompt, 0 for padding.</param>
/// <param name="Cut">How many tokens of the prompt did not fit.</param>
public sealed record EncodedPrompt(float[] Vectors, float[] Mask, int Cut)
{
    /// <summary>Numbers of a vector.</summary>
    public int Width => Vectors.Length / Mask.Length;
}
