using System.Text;

namespace SoraFunctions.Models.Tokenisers;

/// <summary>
/// CLIP's words: an English ending after an apostrophe, a run of letters, one digit, or a run of anything else but space. Works on
/// characters beyond the first plane too, which expressions over 16-bit characters would take for symbols.
/// </summary>
internal static class ClipWords
{
    private static readonly string[] Endings = ["'s", "'t", "'re", "'ve", "'m", "'ll", "'d"];

    private enum Kind { Space, Letter, Number, Other }

    /// <summary>The words of a lower-case text, in order.</summary>
    public static IEnumerable<string> Of(string text)
    {
        for (var start = 0; start < text.Length;)
        {
            var kind = KindAt(text, start, out var length);
            if (Endings.FirstOrDefault(ending => string.CompareOrdinal(text, start, ending, 0, ending.Length) == 0) is { } found)
                length = found.Length;
            else if (kind is Kind.Letter or Kind.Other)
                while (start + length < text.Length && KindAt(text, start + length, out var more) == kind)
                    length += more;
            if (kind != Kind.Space)
                yield return text.Substring(start, length);
            start += length;
        }
    }

    private static Kind KindAt(string text, int index, out int length)
    {
        var rune = Rune.GetRuneAt(text, index);
        length = rune.Utf16SequenceLength;
        return Rune.IsWhiteSpace(rune) ? Kind.Space : Rune.IsLetter(rune) ? Kind.Letter : Rune.IsNumber(rune) ? Kind.Number : Kind.Other;
    }
}
