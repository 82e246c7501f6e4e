using System.Text;

namespace SoraFunctions.Azure.Moderation;

/// <summary>Cuts a long text into pieces that a judge takes.</summary>
internal static class TextPieces
{
    /// <summary>Most code points of a piece: the limit of Content Safety.</summary>
    public const int Longest = 10_000;

    /// <summary>Code points that a piece repeats of the one before: what stands on the cut is read whole in one of the two.</summary>
    public const int Overlap = 200;

    /// <summary>The pieces, in order. No character of several units is cut, nor a word, as long as words are shorter than the overlap.</summary>
    public static IEnumerable<string> Of(string text)
    {
        var runes = text.EnumerateRunes().ToArray();
        for (var start = 0; start < runes.Length;)
        {
            var rest = runes.Length - start;
            var end = rest <= Longest ? runes.Length : WordEnd(runes, start + Longest);
            yield return Joined(runes.AsSpan(start, end - start));
            start = end == runes.Length ? end : WordEnd(runes, end - Overlap);
        }
    }

    /// <summary>The last place at or before a position where a word ends; the position itself where none is near.</summary>
    private static int WordEnd(Rune[] runes, int position)
    {
        for (var place = position; place > position - Overlap && place > 0; place--)
        {
            if (Rune.IsWhiteSpace(runes[place]) || Rune.IsWhiteSpace(runes[place - 1]))
            {
                return place;
            }
        }

        return position;
    }

    private static string Joined(ReadOnlySpan<Rune> runes)
    {
        var text = new StringBuilder(runes.Length);
        foreach (var rune in runes)
        {
            text.Append(rune);
        }

        return text.ToString();
    }
}
