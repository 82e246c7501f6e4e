using System.Text;
using SoraFunctions.Pipeline.Storyboards.Words;

namespace SoraFunctions.Pipeline.Storyboards.Briefs;

/// <summary>The quoted words of a text, taken out so that nobody reads them as wishes.</summary>
/// <param name="Text">The text with one private character in place of each quotation.</param>
/// <param name="Quoted">The quotations in order, without their marks.</param>
internal sealed record Quotations(string Text, IReadOnlyList<string> Quoted)
{
    private const int LongestQuotation = 500;
    private const string Opening = "\"\u201c\u300c\u300e\u00ab\u300a\uff02\u201e";

    /// <summary>What ends a quotation, by what begins it; German ones end as English ones begin, or as keyboards have it.</summary>
    private static readonly string[] _closing = ["\"", "\u201d", "\u300d", "\u300f", "\u00bb", "\u300b", "\uff02", "\u201c\u201d\""];

    /// <summary>Takes the quotations out of a text.</summary>
    public static Quotations Of(string text)
    {
        var rest = new StringBuilder(text.Length);
        var quoted = new List<string>();
        for (var i = 0; i < text.Length; i++)
        {
            var mark = Opening.IndexOf(text[i]);
            var end = mark < 0 ? -1 : text.AsSpan(i + 1).IndexOfAny(_closing[mark]) is >= 0 and var length ? i + 1 + length : -1;
            if (end > i + 1 && end - i <= LongestQuotation && quoted.Count <= Segmenter.LastQuotation - Segmenter.FirstQuotation)
            {
                rest.Append((char)(Segmenter.FirstQuotation + quoted.Count));
                quoted.Add(text[(i + 1)..end].Trim());
                i = end;
            }
            else if (text[i] is not (>= Segmenter.FirstQuotation and <= Segmenter.LastQuotation))
            {
                rest.Append(text[i]);
            }
        }

        return new Quotations(rest.ToString(), quoted);
    }
}
