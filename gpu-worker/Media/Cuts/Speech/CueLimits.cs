using SoraFunctions.Media.Lettering;

namespace SoraFunctions.Media.Cuts.Speech;

/// <summary>How much of what is said is shown at once.</summary>
/// <param name="Latin">Most letters in a line.</param>
/// <param name="Wide">Most Chinese, Japanese or Korean characters in a line.</param>
/// <param name="Lines">Most lines.</param>
/// <param name="Words">Most words; in scripts without spaces two characters count as one.</param>
/// <param name="Seconds">The least that it stays, where there is room for it.</param>
internal sealed record CueLimits(int Latin, int Wide, int Lines, int Words, double Seconds)
{
    /// <summary>What broadcasters keep to: two lines of 42 letters or 16 characters, at least 0.8 s (Netflix timed text style guides; EBU R 37).</summary>
    public static readonly CueLimits Subtitle = new(42, 16, 2, int.MaxValue, 0.8);

    /// <summary>Length of words, where a line has the length of <see cref="Latin"/>.</summary>
    public double Length(string text) => text.Sum(c => Typeface.IsCjk(c) ? Latin / (double)Wide : 1.0);

    /// <summary>The words as lines.</summary>
    public IReadOnlyList<string> Broken(string text) => LineBreaker.Break(text, Length, Latin);

    /// <summary>Whether words are short enough.</summary>
    public bool Fit(string text) => ReadingTime.Words(text) <= Words && Broken(text) is var lines && lines.Count <= Lines && lines.All(line => Length(line) <= Latin);
}
