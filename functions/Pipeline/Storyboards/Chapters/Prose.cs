using System.Text.RegularExpressions;
using SoraFunctions.Pipeline.Storyboards.Briefs;

namespace SoraFunctions.Pipeline.Storyboards.Chapters;

/// <summary>A story cut into sentences, in English or Chinese, its spoken words apart.</summary>
/// <param name="Text">The story with a private character in place of each quotation.</param>
/// <param name="Quoted">What is quoted.</param>
/// <param name="Sentences">Where each sentence begins and ends in the text.</param>
internal sealed partial record Prose(string Text, IReadOnlyList<string> Quoted, IReadOnlyList<(int Start, int End)> Sentences)
{
    /// <summary>Sentences from which a text may be a story, and words that speak of one: who says what, and what was done.</summary>
    private const int FewestSentences = 10;
    private const double Narrated = 0.35;
    private const int MostOfTheTrade = 2;

    /// <summary>Cuts a prompt.</summary>
    public static Prose Of(string prompt)
    {
        var quotations = Quotations.Of(Single().Replace(prompt, "\u201c${words}\u201d"));
        return new Prose(quotations.Text, quotations.Quoted, [.. Sentence().Matches(quotations.Text).Where(match => match.Value.Any(char.IsLetterOrDigit) || match.Value.Any(IsQuote)).Select(match => (match.Index, match.Index + match.Length))]);
    }

    /// <summary>Whether it is told, and not an order for a film: long, with people who say things or sentences of what happened, hardly a word of the trade.</summary>
    public bool IsStory()
    {
        if (Sentences.Count < FewestSentences || Trade().Count(Text) > MostOfTheTrade)
        {
            return false;
        }

        var said = Sentences.Count(sentence => Words(sentence) is var words && words.Any(IsQuote) && Saying().IsMatch(words));
        var told = Sentences.Count(sentence => Past().IsMatch(Words(sentence)));
        return said >= 2 || told >= Narrated * Sentences.Count;
    }

    /// <summary>The words of a sentence.</summary>
    public string Words((int Start, int End) sentence) => Text[sentence.Start..sentence.End];

    /// <summary>Whether a character stands for a quotation.</summary>
    public static bool IsQuote(char c) => c is >= Storyboards.Words.Segmenter.FirstQuotation and <= Storyboards.Words.Segmenter.LastQuotation;

    /// <summary>The quotation that a character stands for.</summary>
    public string Line(char c) => Quoted[c - Storyboards.Words.Segmenter.FirstQuotation];

    [GeneratedRegex(@"[^.!?\n\u3002\uff01\uff1f]+[.!?\u3002\uff01\uff1f]*")]
    private static partial Regex Sentence();

    [GeneratedRegex(@"(?<![A-Za-z])\u2018(?<words>[^\u2018\u2019]{2,400}?[.,!?])\u2019")]
    private static partial Regex Single();

    [GeneratedRegex(@"\b(?:shot|scene|camera|video|spot|ad|advert|brand|campaign|caption|voice-?over|footage)s?\b|\u955c\u5934|\u5e7f\u544a|\u89c6\u9891|\u753b\u9762|\u54c1\u724c|\u5b57\u5e55|\u65c1\u767d|\u77ed\u7247|\u5206\u955c", RegexOptions.IgnoreCase)]
    private static partial Regex Trade();

    [GeneratedRegex(@"\b(?:said|says|asked|asks|replied|answered|whispered|shouted|cried|called|muttered|murmured|told|added|began)\b|[\u8bf4\u9053\u95ee\u7b54\u558a\u53eb]")]
    private static partial Regex Saying();

    [GeneratedRegex(@"\b(?:he|she|they|was|were|had)\b|[\u4ed6\u5979]")]
    private static partial Regex Past();
}
