using System.Globalization;
using System.Text;
using SoraFunctions.Pipeline.Tables;
using SoraFunctions.Pipeline.Words;

namespace SoraFunctions.Pipeline.Moderation.Text;

/// <summary>
/// Brings letters that look or mean the same to one form: compatibility decomposition (Unicode TR 15), marks and invisible
/// characters dropped, look-alikes to Latin (after the idea of Unicode TR 39), traditional to simplified Chinese.
/// </summary>
internal static class LetterFold
{
    private static readonly Dictionary<int, string> _lookAlikes = LookAlikes();

    /// <summary>The folded text. Letter case is kept; nothing throws, whatever the text.</summary>
    public static string Fold(string text)
    {
        var folded = new StringBuilder(text.Length);
        foreach (var rune in Decomposed(text).EnumerateRunes())
        {
            Append(folded, rune);
        }

        return folded.ToString();
    }

    // Half a surrogate pair is no text and has no normal form: it becomes the replacement character first.
    private static string Decomposed(string text) =>
        string.Concat(text.EnumerateRunes().Select(rune => rune.ToString())).Normalize(NormalizationForm.FormKD);

    private static void Append(StringBuilder folded, Rune rune)
    {
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
                folded.Append(rune.IsBmp ? Chinese.Simplified((char)rune.Value).ToString() : rune.ToString());
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
