using SoraFunctions.Pipeline.Storage;

namespace SoraFunctions.Pipeline.Videos.Stages;

/// <summary>A storyboard that was written and judged.</summary>
/// <param name="Storyboard">The stored <see cref="Contract.Storyboards.Storyboard"/>.</param>
/// <param name="Channels">The channels to cut for, the main one first.</param>
/// <param name="Warnings">What the writer has to say.</param>
public sealed record ExpandedStoryboard(
    BlobRef Storyboard, IReadOnlyList<string> Channels, IReadOnlyList<string> Warnings);
