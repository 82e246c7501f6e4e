using System.Text.Json.Serialization;
using SoraFunctions.Pipeline.Storage;

namespace SoraFunctions.Pipeline.Videos.Stages;

/// <summary>The manifests of a signed file, apart from it.</summary>
/// <param name="Label">Label of the file's own.</param>
/// <param name="Store">The manifest store as it lies in the file.</param>
public sealed record KeptManifest(string Label, BlobRef Store)
{
    /// <summary>The file, or the archive and the path in it; null for the video.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public string? Name { get; init; }
}
