using System.Text.Json.Serialization;
using SoraFunctions.Pipeline.Storage;

namespace SoraFunctions.Pipeline.Videos.Stages;

/// <summary>What one rendition is made from.</summary>
/// <param name="Shots">SHA-256 of the stored <see cref="Contract.Renders.ShotOrder"/> of each shot, in order.</param>
/// <param name="Origin">What the manifest will say.</param>
public sealed record ShotPlan(IReadOnlyList<string> Shots, VideoOrigin Origin)
{
    /// <summary>What the caller should know of wishes that the engine can't meet; null for nothing.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public IReadOnlyList<string>? Warnings { get; init; }
}
