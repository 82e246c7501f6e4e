namespace SoraFunctions.Media.Companions;

/// <summary>Words with their time.</summary>
/// <param name="From">Seconds from the first frame.</param>
/// <param name="To">Seconds from the first frame.</param>
/// <param name="Text">The words, not broken into lines.</param>
internal sealed record TimedText(double From, double To, string Text);
