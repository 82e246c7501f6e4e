using SoraFunctions.Contract.Speech;

namespace SoraFunctions.Media.Sound.Speech;

/// <summary>What is to be said, and how.</summary>
/// <param name="Words">The words with what is said for each.</param>
/// <param name="Language">BCP 47 tag.</param>
/// <param name="Rate">How fast: 1 is the voice's own rate, 0.5 to 2.</param>
/// <param name="Voice">The voice that is wished for: <c>female</c>, <c>male</c>, or a voice's own name; empty for any.</param>
public sealed record Utterance(IReadOnlyList<ReadWord> Words, string Language, double Rate = 1, string Voice = "")
{
    /// <summary>The words as they are written.</summary>
    public string Text => string.Concat(Words.Select(word => word.Shown + (word.Spaced ? " " : ""))).Trim();

    /// <summary>The words as they are said.</summary>
    public string Spoken => ReadAloud.Joined(Words);

    /// <summary>A text read aloud.</summary>
    /// <param name="text">As it is written.</param>
    /// <param name="language">BCP 47 tag.</param>
    public static Utterance Of(string text, string language) => new(ReadAloud.Words(text, language), language);
}
