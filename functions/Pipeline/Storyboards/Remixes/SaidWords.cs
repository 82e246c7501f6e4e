using System.Text.RegularExpressions;
using SoraFunctions.Pipeline.Storyboards.Briefs;
using SoraFunctions.Pipeline.Storyboards.Words;

namespace SoraFunctions.Pipeline.Storyboards.Remixes;

/// <summary>Words to show or speak, in quotation marks or behind "to", "says", 改成 and the like.</summary>
internal static partial class SaidWords
{
    /// <summary>A text with one private character for each of them.</summary>
    public static Quotations Of(string change)
    {
        var quotations = Quotations.Of(change);
        var quoted = quotations.Quoted.ToList();
        var text = Unquoted().Replace(quotations.Text, match =>
        {
            var value = match.Groups["value"];
            if (quoted.Count > Segmenter.LastQuotation - Segmenter.FirstQuotation || !IsSaid(value.Value))
            {
                return match.Value;
            }

            quoted.Add(value.Value.Trim());
            return $"{match.Value[..(value.Index - match.Index)]}{(char)(Segmenter.FirstQuotation + quoted.Count - 1)} ";
        });
        return new Quotations(text, quoted);
    }

    /// <summary>Which words a clause speaks of; null for none.</summary>
    public static string? Label(string clause)
    {
        var labels = Segmenter.Tokens(clause).Select(token => token.As(Slot.Text)?.Value).OfType<string>().ToList();
        return labels.Find(label => label is not "caption") ?? (labels.Count == 0 ? null : Title().IsMatch(clause) ? "title" : "caption");
    }

    /// <summary>A price in a clause; null for none.</summary>
    public static string? Price(string clause) => Amount().Match(clause) is { Success: true } match ? match.Value.Trim() : null;

    // "Bigger", "red", "German" and "gone" are what becomes of words, not words.
    private static bool IsSaid(string value) => value.Any(char.IsLetter) && Price(value) is null && !value.Any(ShotNames.IsName)
        && Segmenter.Tokens(ChangeWords.Read(value, false).Left).Any(token => token.Text is not ("gone" or "removed" or "off" or "be" or "to" or "the" or "more")
            && !token.Is(Slot.Edit) && !token.Is(Slot.Colour) && !token.Is(Slot.Size) && !token.Is(Slot.Quote) && !token.Is(Slot.Article) && !token.Is(Slot.Pace));

    [GeneratedRegex(
        @"\b(?:text|captions?|title|headline|tagline|slogan|subtitle|button|cta|call\s+to\s+action|end\s*card|end\s+screen|closing\s+card|voice\s*-?over|narrator|copy)\b[^,;.!?\ue000-\ue0ff]{0,60}?\b(?:to|says?|saying|reads?|reading|should\s+be|must\s+be|is)\s+(?:say\s+|read\s+)?(?<value>[^,;.!?\ue000-\ue0ff]{2,120})"
        + @"|(?:\u5b57\u5e55|\u6587\u5b57|\u6587\u6848|\u6807\u9898|\u6309\u94ae|\u7247\u5c3e|\u65c1\u767d|\u6807\u8bed|\u53e3\u53f7)(?:\u6587\u5b57|\u4e0a|\u5361)?(?:\u6539\u6210|\u6362\u6210|\u6539\u4e3a|\u6362\u4e3a|\u5199\u7740|\u5199\u4e0a|\u5199|\u663e\u793a|\uff1a|:)(?<value>[^,;.!?\uff0c\u3002\uff1b\ue000-\ue0ff]{2,60})",
        RegexOptions.IgnoreCase)]
    private static partial Regex Unquoted();

    [GeneratedRegex(@"\b(?:title|headline|product\s+name)\b|\u6807\u9898", RegexOptions.IgnoreCase)]
    private static partial Regex Title();

    [GeneratedRegex(@"[$\u20ac\u00a3\u00a5\uffe5]\s?\d[\d.,]*\d|[$\u20ac\u00a3\u00a5\uffe5]\s?\d|\d[\d.,]*\s?(?:\u5143|\u5757|usd|eur|gbp|dollars|euros|pounds|\u20ac)", RegexOptions.IgnoreCase)]
    private static partial Regex Amount();
}
