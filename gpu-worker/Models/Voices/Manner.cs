namespace SoraFunctions.Models.Voices;

/// <summary>How words are to be spoken.</summary>
/// <param name="Rate">How fast: 1 is the voice's own rate, 0.5 to 2.</param>
/// <param name="Voice">The voice that is wished for: <c>female</c>, <c>male</c>, or the name of a mounted one; empty for any.</param>
public sealed record Manner(double Rate = 1, string Voice = "");
