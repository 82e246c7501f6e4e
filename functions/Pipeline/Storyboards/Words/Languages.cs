using SoraFunctions.Pipeline.Words;

namespace SoraFunctions.Pipeline.Storyboards.Words;

/// <summary>Tells the language of a text by its script, and by its little words where several share one.</summary>
internal static class Languages
{
    /// <summary>Share of traditional characters from which a text is taken for traditional Chinese.</summary>
    private const double Traditional = 0.08;

    private static readonly HashSet<string> _english =
        ["the", "a", "an", "of", "and", "with", "in", "on", "for", "to", "is", "are", "your", "our", "by", "at", "from", "no", "that", "this", "it"];

    private static readonly (string Language, HashSet<string> Words)[] _little =
    [
        ("es", ["el", "la", "los", "las", "de", "del", "y", "con", "una", "uno", "un", "para", "por", "en", "sin", "es", "se", "su", "sobre", "más", "que", "al", "como", "muy"]),
        ("fr", ["le", "la", "les", "de", "des", "du", "et", "avec", "une", "un", "pour", "par", "en", "sans", "est", "sur", "dans", "au", "aux", "plus", "votre", "notre", "que", "qui", "d", "l", "à", "elle"]),
        ("de", ["der", "die", "das", "den", "dem", "ein", "eine", "einer", "einem", "und", "mit", "für", "auf", "ohne", "ist", "im", "vom", "zum", "zur", "aus", "bei", "nicht", "von", "sich", "wie", "sehr", "sie"]),
    ];

    /// <summary>A BCP 47 tag: en, es, fr, de, zh-CN, zh-TW, ja or ko; null for a text without letters.</summary>
    public static string? Of(string text)
    {
        var letters = text.Count(char.IsLetter);
        var han = text.Count(Chinese.IsHan);
        var kana = text.Count(c => c is >= '\u3040' and <= '\u30ff');
        var hangul = text.Count(c => c is >= '\uac00' and <= '\ud7af');
        return letters switch
        {
            0 => null,
            _ when kana * 10 > letters => "ja",
            _ when hangul * 5 > letters => "ko",
            // A Chinese character says about as much as three letters.
            _ when han * 3 > letters - han => text.Count(Chinese.IsTraditional) > han * Traditional ? "zh-TW" : "zh-CN",
            _ => Latin(text),
        };
    }

    /// <summary>How many letters of a text are of little English words.</summary>
    public static int EnglishLetters(string text) =>
        Segmenter.Normal(text).Split((char[])[' ', ',', '.', '!', '?', ':', ';', '\n', '(', ')'], StringSplitOptions.RemoveEmptyEntries).Where(_english.Contains).Sum(word => word.Length);

    // By the little words that every sentence has.
    private static string Latin(string text)
    {
        var words = Segmenter.Normal(text).Split((char[])[' ', ',', '.', '!', '?', ':', ';', '\n', '(', ')'], StringSplitOptions.RemoveEmptyEntries);
        var counts = _little.Select(pair => (pair.Language, Count: words.Count(pair.Words.Contains))).ToArray();
        var best = counts.MaxBy(count => count.Count);
        return best.Count > 1 && best.Count > words.Count(_english.Contains) && counts.Count(count => count.Count == best.Count) == 1 ? best.Language : "en";
    }

    /// <summary>Whether a tag means Chinese.</summary>
    public static bool IsChinese(string language) =>
        language.Equals("zh", StringComparison.OrdinalIgnoreCase) || language.StartsWith("zh-", StringComparison.OrdinalIgnoreCase);
}
