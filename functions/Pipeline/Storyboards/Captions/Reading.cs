using SoraFunctions.Pipeline.Words;

namespace SoraFunctions.Pipeline.Storyboards.Captions;

/// <summary>How long words take to read.</summary>
internal static class Reading
{
    private const decimal SecondsAWord = 0.3m;

    /// <summary>Chinese characters that are read as fast as a word.</summary>
    private const decimal CharactersAWord = 1.75m;

    /// <summary>Length of a text in words, where 1.75 Chinese characters make one.</summary>
    public static decimal Words(string text)
    {
        var characters = text.Count(IsWide);
        var spaced = string.Concat(text.Select(c => IsWide(c) ? ' ' : c));
        var words = spaced.Split([' ', '\n', '\t'], StringSplitOptions.RemoveEmptyEntries).Count(word => word.Any(char.IsLetterOrDigit));
        return words + (characters / CharactersAWord);
    }

    /// <summary>Whether a caption can be read in a time.</summary>
    public static bool CanRead(string text, decimal seconds) => Words(text) * SecondsAWord <= seconds;

    /// <summary>Whether a character is a word or nearly one by itself: Chinese, Japanese, Korean.</summary>
    public static bool IsWide(char c) => Chinese.IsHan(c) || c is >= '\u3040' and <= '\u30ff' or >= '\uac00' and <= '\ud7af';
}
