using System.Text.Json.Serialization;
using SoraFunctions.Pipeline.Storage;

namespace SoraFunctions.Pipeline.Videos.Stages;

/// <summary>Sign this video.</summary>
/// <param name="Video">The stored cut.</param>
/// <param name="ContentId">Names the content; the ids in the manifest follow from it.</param>
/// <param name="Origin">What the manifest says.</param>
public sealed record StampOrder(BlobRef Video, string ContentId, VideoOrigin Origin)
{
    /// <summary>The other files of the cut by name; null for none.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public IReadOnlyDictionary<string, BlobRef>? Others { get; init; }
}
