using System.Text.Json.Serialization;
using SoraFunctions.Pipeline.Moderation;
using SoraFunctions.Pipeline.Storage;
using SoraFunctions.Pipeline.Usage;

namespace SoraFunctions.Pipeline.Videos.Stages;

/// <summary>A storyboard that was written and judged, and how it is told on each channel.</summary>
/// <param name="Storyboard">The stored <see cref="Contract.Storyboards.Storyboard"/>.</param>
/// <param name="Channels">The channels to cut for, the main one first.</param>
/// <param name="Warnings">What the writer has to say.</param>
/// <param name="Told">How each channel is told it, in the same order; null in what an older version stored: all the same.</param>
/// <param name="Review">What the storyboard holds that a person has to decide about; null for nothing.</param>
public sealed record ExpandedStoryboard(
    BlobRef Storyboard,
    IReadOnlyList<string> Channels,
    IReadOnlyList<string> Warnings,
    IReadOnlyList<ToldRendition>? Told = null,
    IReadOnlyList<ModerationFinding>? Review = null) : IMetered
{
    /// <inheritdoc/>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public StageWork? Work { get; init; }

    /// <summary>The renditions to make, the main one first.</summary>
    public IReadOnlyList<ToldRendition> Renditions() => Told ?? [.. Channels.Select(channel => new ToldRendition(channel, Storyboard))];
}
