namespace SoraFunctions.Pipeline.Videos.Captions;

/// <summary>Words with the time in which they are shown.</summary>
/// <param name="From">Since when, from the first frame.</param>
/// <param name="To">Until when.</param>
/// <param name="Text">The words, lines apart by a line feed.</param>
internal sealed record CaptionCue(TimeSpan From, TimeSpan To, string Text);
