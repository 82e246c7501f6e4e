using System.Text.RegularExpressions;
using SoraFunctions.Contract.Storyboards;

namespace SoraFunctions.Contract.Prompts;

/// <summary>A brief as a part of a prompt: one paragraph, not long, without the words that it wants shown or spoken.</summary>
/// <param name="Text">The words, ended by a full stop.</param>
/// <param name="Leads">Whether they are in Latin letters, which every model reads.</param>
internal sealed partial record BriefWords(string Text, bool Leads)
{
    private const int Most = 600;

    /// <summary>The words of a brief; null when it has none.</summary>
    public static BriefWords? Of(string? brief)
    {
        var text = Spaces().Replace(Quotation().Replace(brief ?? "", " "), " ").Trim();
        if (!text.Any(char.IsLetterOrDigit))
        {
            return null;
        }

        text = Cut(text);
        return new BriefWords(Ends(text[^1]) ? text : $"{text.TrimEnd(',', ';', ':', ' ')}.", Latin(text));
    }

    /// <summary>Whether all letters are Latin.</summary>
    public static bool Latin(string text) => !text.Any(letter => char.IsLetter(letter) && letter > '\u024f');

    /// <summary>Whether the words name a subject.</summary>
    public bool Mentions(Subject subject) =>
        Text.Contains(subject.Name, StringComparison.OrdinalIgnoreCase)
        || SubjectWords.Noun(subject).Split(' ').Where(word => word.Length > 2)
            .Any(word => Regex.IsMatch(Text, $@"\b{Regex.Escape(word)}", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant));

    private static string Cut(string text)
    {
        if (text.Length <= Most)
        {
            return text;
        }

        var sentence = text.LastIndexOfAny(['.', '!', '?', '\u3002', '\uff01', '\uff1f'], Most - 1);
        var end = sentence > Most / 2 ? sentence + 1 : text.LastIndexOf(' ', Most);
        return text[..(end > 0 ? end : Most)];
    }

    private static bool Ends(char last) => last is '.' or '!' or '?' or '\u3002' or '\uff01' or '\uff1f';

    [GeneratedRegex("[\"\u201c\u300c\u300e\u00ab\u300a\uff02][^\"\u201d\u300d\u300f\u00bb\u300b\uff02]{1,500}[\"\u201d\u300d\u300f\u00bb\u300b\uff02]")]
    private static partial Regex Quotation();

    [GeneratedRegex(@"\s+")]
    private static partial Regex Spaces();
}
