using System.Text;
using System.Text.RegularExpressions;
using SoraFunctions.Pipeline.Storyboards.Words;

namespace SoraFunctions.Pipeline.Storyboards.Briefs;

/// <summary>
/// The quoted words of a text, taken out so that nobody reads them as wishes: what stands between quotation marks, and what follows the name of a
/// caption and a colon where its writer left the marks out.
/// </summary>
/// <param name="Text">The text with one private character in place of each quotation.</param>
/// <param name="Quoted">The quotations in order, without their marks.</param>
internal sealed partial record Quotations(string Text, IReadOnlyList<string> Quoted)
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
        var unmarked = Unmarked().Matches(text).Where(match => !NoCaption().IsMatch(match.Groups["words"].Value)).ToDictionary(match => match.Groups["words"].Index, match => match.Groups["words"].Value);
        for (var i = 0; i < text.Length; i++)
        {
            if (unmarked.TryGetValue(i, out var words) && quoted.Count <= Segmenter.LastQuotation - Segmenter.FirstQuotation)
            {
                rest.Append((char)(Segmenter.FirstQuotation + quoted.Count));
                quoted.Add(words.Trim());
                i += words.Length - 1;
                continue;
            }

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

    [GeneratedRegex(
        @"(?:\u5b57\u5e55|\u6587\u6848|\u6807\u8bed|\u53e3\u53f7|\u5927\u5b57|\u82b1\u5b57|\u7ed3\u5c3e\u6587\u5b57|\u5c4f\u5e55\u6587\u5b57|\u753b\u9762\u6587\u5b57)\s*[:\uff1a]\s*(?<words>[\p{IsCJKUnifiedIdeographs}\w%\u00a5$.+&\-]{2,24}[!\uff01]?)(?=\s*(?:[\u3002\uff0c\uff1b;,\n\u3001)\uff09]|$))"
        + @"|\b(?:caption|tagline|slogan|super|on-screen text|text on screen|end text|closing text|overlay text)s?(?:\s+(?:reads|says|is|reading|saying))?\s*:\s*(?<words>(?![\s""\u201c'\u2018])[^\n.;:,\[\]()""\u201c\u201d]{2,48}[!?]?)(?=\s*(?:[.;,\n)]|$))",
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Unmarked();

    /// <summary>What stands there and says whether or how there are words, not which.</summary>
    [GeneratedRegex(
        @"^\s*(?:no|none|nil|yes|n/?a|off|on|optional|minimal|tbd|without|never|not|bold|white|black|small|large|big|english|chinese|bilingual|in|at|as|shown|none needed)\b|^\s*(?:\u65e0|\u4e0d|\u6ca1|\u672a|\u6709|\u9700\u8981|\u53ef|\u4e2d\u82f1|\u4e2d\u6587|\u82f1\u6587|\u53cc\u8bed|\u767d\u8272|\u9ed1\u8272|\u7b80\u6d01|\u5c45\u4e2d|\u514d)",
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex NoCaption();
}
