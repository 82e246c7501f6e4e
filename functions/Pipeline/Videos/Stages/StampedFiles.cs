using System.Text.Json.Serialization;
using SoraFunctions.Pipeline.Storage;

namespace SoraFunctions.Pipeline.Videos.Stages;

/// <summary>A signed video.</summary>
/// <param name="Video">Its bytes.</param>
/// <param name="Report">What a verifier says of it.</param>
public sealed record StampedFiles(BlobRef Video, BlobRef Report)
{
    /// <summary>Its manifests by themselves; null for what was signed before they were kept.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public KeptManifest? Manifest { get; init; }

    /// <summary>Those of its stills and streams; null for none.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public IReadOnlyList<KeptManifest>? OtherManifests { get; init; }

    /// <summary>The record of a copy without words in the picture; null for a labelled one.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public CleanCopyRecord? Clean { get; init; }

    /// <summary>The other files of the cut that were signed, by name; null for none.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public IReadOnlyDictionary<string, BlobRef>? Others { get; init; }
}
