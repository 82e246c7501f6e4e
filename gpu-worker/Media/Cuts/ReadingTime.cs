using SoraFunctions.Media.Lettering;

namespace SoraFunctions.Media.Cuts;

/// <summary>How long words have to stay.</summary>
internal static class ReadingTime
{
    private const double SecondsAWord = 0.3;

    /// <summary>The least: 0.3 s a word, where two characters of Chinese, Japanese or Thai make a word.</summary>
    public static double Least(string text) => SecondsAWord * Words(text);

    /// <summary>The least time for which words are worth showing, with their coming and going.</summary>
    public static double Enough(string text) => Math.Max(0.8, Least(text)) + 0.3;

    /// <summary>What is comfortable: 17 letters or 7 Chinese characters a second, after half a second to find them; never under the least.</summary>
    public static double Comfortable(string text) =>
        Math.Max(Least(text), 0.5 + text.Sum(c => Typeface.IsCjk(c) ? 1 / 7.0 : 1 / 17.0));

    /// <summary>
    /// For terms that have to be shown: 0.2 s a word and 2 s to notice them, 3 s from ten words on (BCAP guidance on the use of
    /// superimposed text in television advertising, 2019), and never under the least.
    /// </summary>
    public static double OfTerms(string text) => Math.Max(Least(text), 0.2 * Words(text) + (Words(text) < 10 ? 2 : 3));

    /// <summary>Length in words.</summary>
    public static double Words(string text)
    {
        var unspaced = text.Count(c => char.IsLetterOrDigit(c) && (Typeface.IsCjk(c) || WritingSystems.IsUnspaced(c)));
        var spaced = string.Concat(text.Select(c => Typeface.IsCjk(c) || WritingSystems.IsUnspaced(c) ? ' ' : c));
        return unspaced / 2.0 + spaced.Split(' ', StringSplitOptions.RemoveEmptyEntries).Count(word => word.Any(char.IsLetterOrDigit));
    }
}
