namespace SoraFunctions.Models.Reading;

/// <summary>What was read in a picture.</summary>
/// <param name="Lines">The lines, from the top, those of one height from the left.</param>
/// <param name="Problem">Why nothing could be read; null when the picture was read, even where it has no text.</param>
public sealed record TextReading(IReadOnlyList<TextLine> Lines, string? Problem)
{
    /// <summary>
    /// How much of some words was read, 0 to 1: 1 less the wrong, missing and added characters over their number. Line breaks, spaces, case,
    /// width and look-alikes (I, l and 1; O and 0) do not count.
    /// </summary>
    /// <param name="words">What should stand in the picture.</param>
    public float LegibilityOf(string words) => Legibility.Of(words, string.Concat(Lines.Select(line => line.Text)));
}
