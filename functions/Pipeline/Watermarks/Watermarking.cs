using System.Security.Cryptography;
using System.Text;
using SoraFunctions.Contract.Renders;
using SoraFunctions.Provenance.Stamping;
using SoraFunctions.Provenance.Watermarks;

namespace SoraFunctions.Pipeline.Watermarks;

/// <summary>Which invisible mark each rendition carries.</summary>
/// <param name="Key">The deployment's key; null when videos are not marked.</param>
public sealed record Watermarking(WatermarkKey? Key)
{
    /// <summary>Name of the algorithm in manifests.</summary>
    public const string Algorithm = "com.sorafunctions.watermark.1";

    /// <summary>Videos are not marked.</summary>
    public static Watermarking None { get; } = new((WatermarkKey?)null);

    /// <summary>What the mark of a rendition says: it follows from the names, so that a cut that is made again is marked the same way.</summary>
    /// <param name="videoId">The video.</param>
    /// <param name="channel">The rendition's channel.</param>
    public static WatermarkId IdOf(string videoId, string channel) =>
        WatermarkId.Of(SHA256.HashData(Encoding.UTF8.GetBytes($"watermark/{videoId}/{channel}")));

    /// <summary>What is added to the picture of a rendition; null for nothing.</summary>
    /// <param name="videoId">The video.</param>
    /// <param name="channel">The rendition's channel.</param>
    public LumaMark? MarkOf(string videoId, string channel) => Key is null ? null : MarkOf(Key, IdOf(videoId, channel));

    /// <summary>What is added to a picture so that it says an id.</summary>
    /// <param name="key">The deployment's key.</param>
    /// <param name="id">What it says.</param>
    public static LumaMark MarkOf(WatermarkKey key, WatermarkId id) => new(
        WatermarkPattern.Tile(key, id),
        WatermarkPattern.TileSide,
        WatermarkPattern.CellsOfShortSide,
        WatermarkPattern.LeastCell,
        WatermarkPattern.Strength,
        WatermarkPattern.Cycle)
    {
        BusyStrength = WatermarkPattern.BusyStrength,
    };

    /// <summary>What the manifest says of it; null for nothing.</summary>
    /// <param name="videoId">The video.</param>
    /// <param name="channel">The rendition's channel.</param>
    public SoftBinding? BindingOf(string videoId, string channel) =>
        Key is null ? null : new SoftBinding(Algorithm, IdOf(videoId, channel).ToBytes());
}
