using System.Collections.Concurrent;
using System.Text;
using System.Text.RegularExpressions;

namespace SoraFunctions.Contract.Speech;

/// <summary>
/// How written words are read aloud: numbers, prices, percentages, measures, dates, times, addresses and signs become words as a person would say them.
/// Knows English, Chinese, Spanish, French, German, Portuguese, Japanese and Korean with their customs by region; other languages stay as they are.
/// </summary>
public static partial class ReadAloud
{
    private static readonly ConcurrentDictionary<string, Pieces?> _pieces = new(StringComparer.Ordinal);

    /// <summary>The words of a text in order.</summary>
    /// <param name="text">As it is written.</param>
    /// <param name="language">BCP 47 tag.</param>
    public static IReadOnlyList<ReadWord> Words(string text, string language)
    {
        var pieces = _pieces.GetOrAdd(language, static tag => SpeechLanguage.Of(tag) is { } known ? new Pieces(known) : null);
        var wide = SpeechLanguage.Of(language) is { Spaced: false };
        var japanese = language.StartsWith("ja", StringComparison.OrdinalIgnoreCase);
        List<ReadWord> words = [];
        var (shown, spoken) = (new StringBuilder(), new StringBuilder());
        foreach (var (written, said, isRead) in pieces?.Of(text.Trim()) ?? Plain(text.Trim()))
        {
            if (!isRead && string.IsNullOrWhiteSpace(written))
            {
                End(spaced: true);
                continue;
            }

            if (wide && shown.Length > 0 && !Clings(shown[^1], written, isRead, japanese))
                End(spaced: false);
            shown.Append(written);
            spoken.Append(said);
        }

        End(spaced: false);
        return words;

        void End(bool spaced)
        {
            var spokenHere = Tidy(spoken.ToString());
            if (shown.Length > 0 && words.Count > 0 && words[^1].Spaced && !spokenHere.Any(char.IsLetterOrDigit))
            {
                // Marks that stand alone belong to the word before them.
                var last = words[^1];
                words[^1] = new ReadWord($"{last.Shown} {shown}", Tidy($"{last.Spoken} {spokenHere}"), spaced);
            }
            else if (shown.Length > 0)
                words.Add(new ReadWord(shown.ToString(), spokenHere, spaced));
            else if (spaced && words.Count > 0)
                words[^1] = words[^1] with { Spaced = true };
            shown.Clear();
            spoken.Clear();
        }
    }

    /// <summary>The words as they are said, in one text.</summary>
    /// <param name="words">The words.</param>
    public static string Joined(IEnumerable<ReadWord> words) =>
        Tidy(string.Concat(words.Select(word => word.Spoken + (word.Spaced ? " " : ""))));

    // Marks stay with the word before them; in Japanese what is added to a word does too.
    private static bool Clings(char before, string next, bool isRead, bool japanese) =>
        !isRead && next.Length == 1 && !char.IsLetterOrDigit(next[0]) && !IsOpening(next[0])
        || IsOpening(before)
        || (!isRead && japanese && IsHiragana(next[0]) && char.IsLetter(before) && !(IsKatakana(before)))
        || (!isRead && japanese && IsKatakana(next[0]) && IsKatakana(before))
        || (!isRead && japanese && IsHan(next[0]) && IsHan(before));

    private static bool IsOpening(char c) => c is '「' or '『' or '（' or '(' or '“' or '《' or '【' or '¿' or '¡' or '«';

    private static bool IsHan(char c) => c is >= '\u3400' and <= '\u9fff' or '々';

    private static bool IsHiragana(char c) => c is >= '\u3041' and <= '\u309f';

    private static bool IsKatakana(char c) => c is >= '\u30a0' and <= '\u30ff';

    private static IEnumerable<(string, string, bool)> Plain(string text) => Parts().Matches(text).Select(part => (part.Value, part.Value, false));

    [GeneratedRegex(@"\s+|\S+")]
    private static partial Regex Parts();

    private static string Tidy(string spoken) => Gaps().Replace(spoken, match => match.Groups["before"].Success ? "" : " ").Trim();

    [GeneratedRegex(@"(?<before>\s+(?=[,.;:!?)]))|\s+")]
    private static partial Regex Gaps();
}
