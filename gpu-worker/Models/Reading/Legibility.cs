using System.Globalization;
using System.Text;

namespace SoraFunctions.Models.Reading;

/// <summary>How much of words that should be in a picture was read there.</summary>
internal static class Legibility
{
    /// <summary>
    /// 1 less the smallest number of edits that turn some part of the text into the words, over the number of their characters (Sellers 1980);
    /// not below 0.
    /// </summary>
    public static float Of(string words, string text)
    {
        var (wanted, read) = (Folded(words), Folded(text));
        if (wanted.Length == 0)
            return 1;
        var row = new int[read.Length + 1];
        for (var i = 1; i <= wanted.Length; i++)
        {
            var diagonal = row[0];
            row[0] = i;
            for (var j = 1; j <= read.Length; j++)
            {
                var replaced = diagonal + (wanted[i - 1] == read[j - 1] ? 0 : 1);
                diagonal = row[j];
                row[j] = Math.Min(replaced, Math.Min(row[j], row[j - 1]) + 1);
            }
        }
        return Math.Max(0, 1 - (float)row.Min() / wanted.Length);
    }

    // Without spaces, in one case and width; what looks alike in print is one.
    private static string Folded(string text) => string.Concat(text.Normalize(NormalizationForm.FormKC).ToLower(CultureInfo.InvariantCulture)
        .Where(character => !char.IsWhiteSpace(character))
        .Select(character => character switch { 'i' or '1' or '|' or '!' => 'l', '0' => 'o', _ => character }));
}
