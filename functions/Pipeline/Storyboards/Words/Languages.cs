using SoraFunctions.Pipeline.Words;

namespace SoraFunctions.Pipeline.Storyboards.Words;

/// <summary>Tells the language of a text by its script.</summary>
internal static class Languages
{
    /// <summary>Share of traditional characters from which a text is taken for traditional Chinese.</summary>
    private const double Traditional = 0.08;

    /// <summary>A BCP 47 tag: en, zh-CN, zh-TW, ja or ko; null for a text without letters.</summary>
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
            _ => "en",
        };
    }

    /// <summary>Whether a tag means Chinese.</summary>
    public static bool IsChinese(string language) =>
        language.Equals("zh", StringComparison.OrdinalIgnoreCase) || language.StartsWith("zh-", StringComparison.OrdinalIgnoreCase);
}
