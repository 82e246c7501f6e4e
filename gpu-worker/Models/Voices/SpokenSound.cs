namespace SoraFunctions.Models.Voices;

/// <summary>Words that were spoken.</summary>
/// <param name="Samples">One channel, -1 to 1.</param>
/// <param name="Rate">Samples a second.</param>
/// <param name="Voice">The folder of the voice that spoke.</param>
public sealed record SpokenSound(float[] Samples, int Rate, string Voice);
