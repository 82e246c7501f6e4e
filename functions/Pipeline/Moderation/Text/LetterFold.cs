using System.Buffers;
using System.Collections.Frozen;
using System.Globalization;
using System.Text;
using SoraFunctions.Pipeline.Tables;
using SoraFunctions.Pipeline.Words;

namespace SoraFunctions.Pipeline.Moderation.Text;

/// <summary>
/// Brings letters that look or mean the same to one form: compatibility decomposition (Unicode TR 15), marks and invisible
/// characters dropped, look-alikes to Latin (after the idea of Unicode TR 39), traditional to simplified Chinese, emoji to words.
/// </summary>
internal static class LetterFold
{
    private static readonly FrozenDictionary<int, string> _lookAlikes = LookAlikes().ToFrozenDictionary();

    private static readonly FrozenDictionary<int, string> _emoji = EmbeddedTable.Rows("Moderation.Data.emoji.tsv")
        .ToFrozenDictionary(row => row[0].EnumerateRunes().First().Value, row => row[1]);

    /// <summary>Plain printable letters, which stand for themselves.</summary>
    private static readonly SearchValues<char> _plain = SearchValues.Create(string.Concat(Enumerable.Range(' ', '~' - ' ' + 1).Select(c => (char)c)));

    /// <summary>The folded text. Letter case is kept; nothing throws, whatever the text.</summary>
    public static string Fold(string text)
    {
        if (text.AsSpan().IndexOfAnyExcept(_plain) < 0)
        {
            return text;
        }

        var folded = new StringBuilder(text.Length + 16);
        var decomposed = Decomposed(text);
        for (var i = 0; i < decomposed.Length;)
        {
            Rune.DecodeFromUtf16(decomposed.AsSpan(i), out var rune, out var length);
            i += length;
            if (_emoji.TryGetValue(rune.Value, out var words) && !IsInWord(decomposed, i - length, i))
            {
                folded.Append(' ').Append(words).Append(' ');
            }
            else if (char.IsAscii(decomposed[i - length]) && !char.IsControl(decomposed[i - length]))
            {
                folded.Append(decomposed[i - length]);
            }
            else
            {
                Append(folded, rune);
            }
        }

        return folded.ToString();
    }

    // A picture between two letters of a word says nothing, it only tears the word.
    private static bool IsInWord(string text, int start, int end) =>
        start > 0 && char.IsAsciiLetterOrDigit(text[start - 1]) && end < text.Length && char.IsAsciiLetterOrDigit(text[end]);

    // Half a surrogate pair is no text and has no normal form: it becomes the replacement character first.
    private static string Decomposed(string text)
    {
        var whole = text;
        for (var i = 0; i < text.Length; i++)
        {
            if (char.IsSurrogate(text[i]) && !(char.IsHighSurrogate(text[i]) && i + 1 < text.Length && char.IsLowSurrogate(text[++i])))
            {
                whole = string.Concat(text.EnumerateRunes().Select(rune => rune.ToString()));
                break;
            }
        }

        return whole.Normalize(NormalizationForm.FormKD);
    }

    private static void Append(StringBuilder folded, Rune rune)
    {
        if (rune.IsBmp && Chinese.IsHan((char)rune.Value))
        {
            folded.Append(Chinese.Simplified((char)rune.Value));
            return;
        }

        if (_lookAlikes.TryGetValue(rune.Value, out var latin))
        {
            folded.Append(latin);
            return;
        }

        switch (Rune.GetUnicodeCategory(rune))
        {
            case UnicodeCategory.NonSpacingMark or UnicodeCategory.EnclosingMark or UnicodeCategory.Format:
                break;
            case UnicodeCategory.Control:
                folded.Append(rune.Value is '\n' or '\r' ? '\n' : ' ');
                break;
            default:
                folded.Append(rune.ToString());
                break;
        }
    }

    private static Dictionary<int, string> LookAlikes()
    {
        var table = new Dictionary<int, string>();
        foreach (var row in EmbeddedTable.Rows("Moderation.Data.look-alikes.tsv"))
        {
            if (row[0].StartsWith("U+", StringComparison.Ordinal))
            {
                // A run of alphabets in code point order: first point, how many letters, the letter it begins with.
                var first = int.Parse(row[0].AsSpan(2), NumberStyles.HexNumber, CultureInfo.InvariantCulture);
                var count = int.Parse(row[2], CultureInfo.InvariantCulture);
                for (var i = 0; i < count; i++)
                {
                    table[first + i] = ((char)(row[1][0] + i)).ToString();
                }
            }
            else
            {
                foreach (var rune in row[0].EnumerateRunes())
                {
                    table[rune.Value] = row[1];
                }
            }
        }

        return table;
    }
}
