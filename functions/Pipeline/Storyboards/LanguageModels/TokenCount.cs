namespace SoraFunctions.Pipeline.Storyboards.LanguageModels;

/// <summary>What a model read and wrote for one storyboard, whether it came to anything or not.</summary>
internal sealed class TokenCount
{
    /// <summary>All of it.</summary>
    public long Total { get; private set; }

    /// <summary>Adds what one answer took.</summary>
    public void Add(long tokens) => Total += Math.Max(0, tokens);
}
