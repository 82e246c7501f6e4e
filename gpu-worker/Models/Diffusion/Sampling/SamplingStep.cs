namespace SoraFunctions.Models.Diffusion.Sampling;

/// <summary>A step that was made.</summary>
/// <param name="Done">Steps done.</param>
/// <param name="Count">Steps in all.</param>
/// <param name="Foresight">What the clip would be by the last output of the model, where that was asked for; else null. Overwritten by later steps.</param>
public readonly record struct SamplingStep(int Done, int Count, float[]? Foresight);
