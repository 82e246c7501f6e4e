using System.Text.Json.Serialization;
using SoraFunctions.Pipeline.Storage;
using SoraFunctions.Pipeline.Usage;

namespace SoraFunctions.Pipeline.Videos.Stages;

/// <summary>The files of one rendition.</summary>
/// <param name="Files">By the names of <see cref="Contract.Renders.OutputNames"/>.</param>
/// <param name="Warnings">What the caller should know.</param>
public sealed record CutFiles(IReadOnlyDictionary<string, BlobRef> Files, IReadOnlyList<string> Warnings) : IMetered
{
    /// <inheritdoc/>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public StageWork? Work { get; init; }
}
