using SoraFunctions.Pipeline.Campaigns.Wire;
using SoraFunctions.Pipeline.Data;
using SoraFunctions.Pipeline.Orchestration;
using SoraFunctions.Pipeline.Shops.Publishing;
using SoraFunctions.Pipeline.Storage;
using SoraFunctions.Pipeline.Webhooks;

namespace SoraFunctions.Pipeline.Campaigns.Deliveries;

/// <summary>Brings a cell's video to where the campaign says, beside the manifest and the export that every run has.</summary>
/// <param name="news">Tells endpoints.</param>
/// <param name="orchestrations">What puts videos onto pages.</param>
/// <param name="blobs">Where products lie.</param>
public sealed class CellDelivery(CampaignNews news, IOrchestrationClient orchestrations, IBlobStore blobs)
{
    /// <summary>Delivers it. Asking again delivers nothing twice.</summary>
    /// <param name="run">Of which run.</param>
    /// <param name="wish">What its campaign says.</param>
    /// <param name="cell">A cell whose video is ready.</param>
    /// <param name="cancellation">Stops waiting.</param>
    public async Task Deliver(CampaignRunRow run, CampaignWish wish, CampaignCellRow cell, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(run);
        ArgumentNullException.ThrowIfNull(wish);
        ArgumentNullException.ThrowIfNull(cell);
        if (wish.Delivery?.Webhook == true)
        {
            await news.Tell(run, WebhookEvents.CampaignCellCompleted, cell, cancellation);
        }

        if (wish is { Delivery.Shopify: true, Shop.Shop: { } shop } && cell.VideoId is { } video)
        {
            var products = await new CampaignBlobs(blobs, run.TenantId).Products(run.Products!, cancellation);
            if (products.FirstOrDefault(product => product.Sku == cell.Sku)?.ShopProductId is { } number)
            {
                await orchestrations.Start(
                    PublicationOrchestration.Definition, PublicationOrchestration.InstanceOf(video), new Publication(shop, number, video), cancellation);
            }
        }
    }
}
