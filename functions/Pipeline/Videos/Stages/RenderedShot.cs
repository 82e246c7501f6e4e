using System.Text.Json.Serialization;
using SoraFunctions.Pipeline.Usage;

namespace SoraFunctions.Pipeline.Videos.Stages;

/// <summary>A clip.</summary>
/// <param name="Picture">SHA-256 of the silent video.</param>
/// <param name="Log">SHA-256 of its log.</param>
/// <param name="Warnings">What the engine could not show.</param>
public sealed record RenderedShot(string Picture, string Log, IReadOnlyList<string> Warnings) : IMetered
{
    /// <inheritdoc/>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public StageWork? Work { get; init; }

    /// <summary>SHA-256 of the clip of the place that the cast was filmed in front of; null when there was none.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public string? Plate { get; init; }
}
