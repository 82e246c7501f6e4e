namespace SoraFunctions.Media.Cuts.Speech;

/// <summary>As much of what is said as is shown at once.</summary>
/// <param name="Text">The words.</param>
/// <param name="From">Seconds from the first frame.</param>
/// <param name="To">Seconds from the first frame.</param>
/// <param name="Characters">When the word of each character is spoken, spaces not counted.</param>
internal sealed record SpokenCue(string Text, double From, double To, IReadOnlyList<(double From, double To)> Characters);
