namespace SoraFunctions.Media.Sound;

/// <summary>A word that was spoken.</summary>
/// <param name="Text">The word as it is written, with the marks beside it: <c>$29.99,</c>; in Chinese and Japanese a character or a few.</param>
/// <param name="From">Seconds from the start of whatever it is part of: of a sound, or of the video.</param>
/// <param name="To">The same.</param>
public sealed record SpokenWord(string Text, double From, double To);
