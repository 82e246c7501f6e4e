using System.Text.Json;
using SoraFunctions.Contract.Json;
using SoraFunctions.Contract.Renders;
using SoraFunctions.Pipeline.Json;
using SoraFunctions.Pipeline.Storage;

namespace SoraFunctions.Pipeline.Videos.Stages;

/// <summary>Keeps as what the shots of a rendition were ordered, so that a remix finds their clips.</summary>
/// <param name="blobs">Where that lies.</param>
/// <param name="results">Knows the clips.</param>
public sealed class EarlierShots(IBlobStore blobs, StageResults results)
{
    /// <summary>The usual strength: most of what is seen stays in its place, and what the change names becomes another.</summary>
    public const double UsualStrength = 0.7;

    /// <summary>Keeps the orders of a rendition. What was kept first stays.</summary>
    /// <param name="tenant">Whose.</param>
    /// <param name="videoId">Of which video.</param>
    /// <param name="channel">For which channel.</param>
    /// <param name="orders">SHA-256 of the stored orders.</param>
    /// <param name="cancellation">Stops the transfer.</param>
    public async Task Keep(string tenant, string videoId, string channel, IReadOnlyList<string> orders, CancellationToken cancellation)
    {
        using var content = new MemoryStream(JsonSerializer.SerializeToUtf8Bytes(orders, PipelineJson.Default.IReadOnlyListString), writable: false);
        await blobs.PutIfAbsent(PathOf(tenant, videoId, channel), content, "application/json", cancellation);
    }

    /// <summary>What was filmed for a rendition, by the shots' ids; nothing when that is not known any more.</summary>
    /// <param name="tenant">Whose.</param>
    /// <param name="videoId">Of which video; null for none.</param>
    /// <param name="channel">For which channel.</param>
    /// <param name="cancellation">Stops waiting.</param>
    public async Task<IReadOnlyDictionary<string, EarlierShot>> Of(string tenant, string? videoId, string channel, CancellationToken cancellation)
    {
        var shots = new Dictionary<string, EarlierShot>();
        var home = new TenantBlobs(blobs, tenant);
        foreach (var sha256 in videoId is null ? [] : await Orders(tenant, videoId, channel, cancellation))
        {
            var order = await home.GetJson(sha256, ContractJson.Default.ShotOrder, cancellation);
            shots[order.Shot.Id] = new EarlierShot(sha256, order, await Painted(home, tenant, sha256, cancellation));
        }

        return shots;
    }

    /// <summary>
    /// The order to film a shot by: the earlier one as it is when nothing about it has changed, else one that begins from the earlier clip, if length,
    /// raster and camera are the same. Null when the shot is to be made from nothing.
    /// </summary>
    /// <param name="order">What is ordered, for an engine that begins from clips.</param>
    /// <param name="earlier">What was filmed; null for nothing.</param>
    /// <param name="strength">How far the earlier clip may be left, over 0 to 1.</param>
    public static ShotOrder? From(ShotOrder order, EarlierShot? earlier, double strength) => earlier switch
    {
        null => null,
        _ when Same(earlier.Order with { Source = null }, order) => earlier.Order,
        { Painted: { } clip } when strength < 1 && IsLike(earlier.Order, order) => order with { Source = new SourceClip(clip, strength) },
        _ => null,
    };

    private static bool Same(ShotOrder one, ShotOrder other) =>
        JsonSerializer.SerializeToUtf8Bytes(one, ContractJson.Default.ShotOrder).AsSpan().SequenceEqual(JsonSerializer.SerializeToUtf8Bytes(other, ContractJson.Default.ShotOrder));

    private static bool IsLike(ShotOrder one, ShotOrder other) =>
        one.Shot.Seconds == other.Shot.Seconds && one.Shot.Camera == other.Shot.Camera && one.Format == other.Format && one.PlateBy is null == other.PlateBy is null;

    private async Task<string?> Painted(TenantBlobs home, string tenant, string sha256, CancellationToken cancellation)
    {
        var shot = await results.Find(
            tenant, RenderShot.Version, new RenderOrder(sha256), PipelineJson.Default.RenderOrder, PipelineJson.Default.RenderedShot, cancellation);
        var clip = shot?.Plate ?? shot?.Picture;
        return clip is not null && await blobs.Refresh(home.PathOf(clip), cancellation) ? clip : null;
    }

    private async Task<IReadOnlyList<string>> Orders(string tenant, string videoId, string channel, CancellationToken cancellation)
    {
        await using var content = await blobs.Open(PathOf(tenant, videoId, channel), cancellation);
        return content is null ? [] : await JsonSerializer.DeserializeAsync(content, PipelineJson.Default.IReadOnlyListString, cancellation) ?? [];
    }

    private static string PathOf(string tenant, string videoId, string channel) => $"tenants/{tenant}/plans/{videoId}/{channel}.json";
}
