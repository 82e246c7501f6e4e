namespace SoraFunctions.Media.Sound;

/// <summary>A line that was spoken.</summary>
/// <param name="Text">What was said, as it is written; shorter than the line of the shot where that did not fit.</param>
/// <param name="From">Seconds from the first frame.</param>
/// <param name="To">Seconds from the first frame.</param>
/// <param name="Words">Its words in order: their texts, with spaces where <paramref name="Text"/> has some, make up the text.</param>
internal sealed record SpokenLine(string Text, double From, double To, IReadOnlyList<SpokenWord> Words);
