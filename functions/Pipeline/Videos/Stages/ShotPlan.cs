using System.Text.Json.Serialization;
using SoraFunctions.Contract;
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

    /// <summary>The engine that renders what is not made yet; null for that of <see cref="Origin"/>.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public EngineInfo? Engine { get; init; }

    /// <summary>Engines that may take its place if it fails on the way, in order; null for none, as where the caller named it.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public IReadOnlyList<string>? Others { get; init; }
}
