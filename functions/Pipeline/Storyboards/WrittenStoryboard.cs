using SoraFunctions.Contract.Storyboards;

namespace SoraFunctions.Pipeline.Storyboards;

/// <summary>A storyboard and what its writer has to say about it.</summary>
/// <param name="Storyboard">The storyboard.</param>
/// <param name="Warnings">Wishes that can't be shown and what is shown instead, assumptions made: plain words, in English.</param>
public sealed record WrittenStoryboard(Storyboard Storyboard, IReadOnlyList<string> Warnings)
{
    /// <summary>Tokens that a language model read and wrote for it, in vain as well.</summary>
    public long Tokens { get; init; }
}
