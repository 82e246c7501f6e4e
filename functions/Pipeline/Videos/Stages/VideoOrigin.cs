using System.Text.Json.Serialization;
using SoraFunctions.Contract;
using SoraFunctions.Pipeline.Storage;

namespace SoraFunctions.Pipeline.Videos.Stages;

/// <summary>Where a video comes from: what its manifest says. No prompt is among it, for what is signed stays.</summary>
/// <param name="Title">What the video is called.</param>
/// <param name="Created">When it was ordered.</param>
/// <param name="Engine">What rendered it.</param>
/// <param name="Seed">With which seed.</param>
/// <param name="Storyboard">SHA-256 of its storyboard.</param>
/// <param name="Pictures">Media types of the product's pictures and 3-D model that are seen in it.</param>
/// <param name="Parent">The delivered video that it is remixed from; null for none.</param>
public sealed record VideoOrigin(
    string Title,
    DateTimeOffset Created,
    EngineInfo Engine,
    long Seed,
    string Storyboard,
    IReadOnlyList<string> Pictures,
    BlobRef? Parent)
{
    /// <summary><see cref="Composed"/> by the engine, or the media type of the caller's own music; null for none.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public string? Music { get; init; }

    /// <summary>Content hashes of <see cref="Pictures"/>, whose own manifests are carried on; null where they were not written down.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public IReadOnlyList<string>? PictureHashes { get; init; }

    /// <summary>The markets whose labels it carries; null for all.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public IReadOnlyList<string>? Markets { get; init; }

    /// <summary>The words in the picture; null for what was planned before they were told, empty for a clean copy.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public string? Label { get; init; }

    /// <summary>Content hash of the caller's own music; null for none.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public string? MusicHash { get; init; }

    /// <summary>The languages of a remix in another language than its parent; null for all else.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public Translation? Translated { get; init; }

    /// <summary>Music that the engine wrote and played itself.</summary>
    public const string Composed = "composed";
}
