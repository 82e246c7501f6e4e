using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using SoraFunctions.Pipeline.Campaigns.Plans;
using SoraFunctions.Pipeline.Campaigns.Wire;
using SoraFunctions.Pipeline.Json;
using SoraFunctions.Pipeline.Requests.Wire;
using SoraFunctions.Pipeline.Storage;

namespace SoraFunctions.Pipeline.Campaigns;

/// <summary>The documents of campaigns, which are too large for messages and rows.</summary>
/// <param name="store">Where they lie.</param>
/// <param name="tenant">Whose.</param>
internal sealed class CampaignBlobs(IBlobStore store, string tenant)
{
    private readonly TenantBlobs _blobs = new(store, tenant);

    /// <summary>Stores what a campaign says; the text for its row.</summary>
    public async Task<string> Put(CampaignWish wish, CancellationToken cancellation) =>
        Text(await _blobs.PutJson(wish, Type<CampaignWish>(), cancellation));

    public Task<CampaignWish> Wish(string text, CancellationToken cancellation) => _blobs.GetJson(Ref(text), Type<CampaignWish>(), cancellation);

    /// <summary>Stores a product; its hash.</summary>
    public async Task<string> Put(CampaignProduct product, CancellationToken cancellation) =>
        (await _blobs.PutJson(product, Type<CampaignProduct>(), cancellation)).Sha256;

    public Task<CampaignProduct> Product(string sha256, CancellationToken cancellation) => _blobs.GetJson(sha256, Type<CampaignProduct>(), cancellation);

    /// <summary>Stores the products of a run; the text for its row.</summary>
    public async Task<string> Put(IReadOnlyList<PlannedProduct> products, CancellationToken cancellation) =>
        Text(await _blobs.PutJson(products, PipelineJson.Default.IReadOnlyListPlannedProduct, cancellation));

    public Task<IReadOnlyList<PlannedProduct>> Products(string text, CancellationToken cancellation) =>
        _blobs.GetJson(Ref(text), PipelineJson.Default.IReadOnlyListPlannedProduct, cancellation);

    public static BlobRef Ref(string text) => JsonSerializer.Deserialize(text, PipelineJson.Default.BlobRef)!;

    public static string Text(BlobRef blob) => JsonSerializer.Serialize(blob, PipelineJson.Default.BlobRef);

    private static JsonTypeInfo<T> Type<T>() => (JsonTypeInfo<T>)WireJson.Options.GetTypeInfo(typeof(T));
}
