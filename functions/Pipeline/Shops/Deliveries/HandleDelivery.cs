using Microsoft.EntityFrameworkCore;
using SoraFunctions.Commerce.Shopify;
using SoraFunctions.Commerce.Shopify.Deliveries;
using SoraFunctions.Pipeline.Data;
using SoraFunctions.Pipeline.Orchestration;
using SoraFunctions.Pipeline.Shops.Catalogs;
using SoraFunctions.Pipeline.Shops.Installs;
using SoraFunctions.Pipeline.Shops.Orders;
using SoraFunctions.Pipeline.Shops.Privacy;
using SoraFunctions.Pipeline.Shops.Products;

namespace SoraFunctions.Pipeline.Shops.Deliveries;

/// <summary>Does what a delivery asks for, then forgets its body.</summary>
/// <param name="database">Where deliveries are.</param>
/// <param name="products">For those of products.</param>
/// <param name="orders">For those of orders and refunds.</param>
/// <param name="life">For those of the app in the shop.</param>
/// <param name="catalogs">For those of bulk operations.</param>
/// <param name="privacy">For those of privacy law.</param>
/// <param name="time">The clock.</param>
public sealed class HandleDelivery(
    SoraDatabase database, ProductDesk products, OrderDesk orders, ShopLife life, CatalogDesk catalogs, PrivacyDesk privacy, TimeProvider time)
    : IActivity<DeliveryOrder, Nothing>
{
    /// <summary>Its name and types.</summary>
    public static Activity<DeliveryOrder, Nothing> Definition { get; } = new("HandleDelivery", 1);

    /// <inheritdoc/>
    public async Task<Nothing> Run(DeliveryOrder input, CancellationToken cancellation)
    {
        var delivery = await database.ShopDeliveries.AsNoTracking().SingleOrDefaultAsync(row => row.Id == input.DeliveryId, cancellation);
        if (delivery is { HandledAt: null, Body: { } body } && ShopDomain.TryParse(delivery.Shop, out var shop))
        {
            var outcome = await Handle(shop, delivery, body, cancellation);
            var now = time.GetUtcNow();
            await database.ShopDeliveries.Where(row => row.Id == delivery.Id).ExecuteUpdateAsync(
                row => row.SetProperty(one => one.Body, (string?)null)
                    .SetProperty(one => one.HandledAt, (DateTimeOffset?)now)
                    .SetProperty(one => one.Outcome, outcome),
                cancellation);
        }

        return Nothing.Value;
    }

    private async Task<string?> Handle(ShopDomain shop, ShopDeliveryRow delivery, string body, CancellationToken cancellation)
    {
        switch (delivery.Topic)
        {
            case ShopifyTopics.ProductCreated or ShopifyTopics.ProductUpdated:
                var urgency = delivery.Topic == ShopifyTopics.ProductCreated ? Urgency.New : Urgency.Changed;
                await products.See(delivery.TenantId, shop.Name, KeptBody.Read(body, ShopifyJson.Default.ShopifyProduct), urgency, cancellation);
                return null;
            case ShopifyTopics.ProductDeleted:
                await products.Remove(delivery.TenantId, shop.Name, KeptBody.Read(body, ShopifyJson.Default.AppChange).Id, cancellation);
                return null;
            case ShopifyTopics.OrderCreated or ShopifyTopics.OrderPaid:
                await orders.Record(
                    delivery.TenantId, shop, KeptBody.Read(body, ShopifyJson.Default.ShopifyOrder), delivery.Topic == ShopifyTopics.OrderPaid, delivery.ReceivedAt, cancellation);
                return null;
            case ShopifyTopics.RefundCreated:
                await orders.Record(delivery.TenantId, shop, KeptBody.Read(body, ShopifyJson.Default.ShopifyRefund), delivery.ReceivedAt, cancellation);
                return null;
            case ShopifyTopics.AppUninstalled:
                await life.Uninstalled(shop, KeptBody.Read(body, ShopifyJson.Default.AppChange), cancellation);
                return null;
            case ShopifyTopics.ScopesUpdated:
                await life.ScopesChanged(shop, KeptBody.Read(body, ShopifyJson.Default.AppChange), cancellation);
                return null;
            case ShopifyTopics.BulkFinished:
                await catalogs.BulkFinished(shop.Name, KeptBody.Read(body, ShopifyJson.Default.AppChange).AdminGraphqlApiId, cancellation);
                return null;
            case ShopifyTopics.CustomerDataRequested:
                return await privacy.Export(delivery.TenantId, shop, KeptBody.Read(body, ShopifyJson.Default.PrivacyRequest), cancellation);
            case ShopifyTopics.CustomerRedacted:
                await privacy.RedactCustomer(delivery, shop, KeptBody.Read(body, ShopifyJson.Default.PrivacyRequest), cancellation);
                return null;
            case ShopifyTopics.ShopRedacted:
                await privacy.RedactShop(delivery, shop, KeptBody.Read(body, ShopifyJson.Default.PrivacyRequest), cancellation);
                return null;
            default:
                return null;
        }
    }
}
