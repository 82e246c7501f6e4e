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

/// <summary>Does what deliveries ask for, then forgets their bodies. What they tell of products is written down in one go.</summary>
/// <param name="database">Where deliveries are.</param>
/// <param name="products">For those of products.</param>
/// <param name="orders">For those of orders and refunds.</param>
/// <param name="life">For those of the app in the shop.</param>
/// <param name="catalogs">For those of bulk operations.</param>
/// <param name="privacy">For those of privacy law.</param>
/// <param name="time">The clock.</param>
public sealed class HandleDeliveries(
    SoraDatabase database, ProductDesk products, OrderDesk orders, ShopLife life, CatalogDesk catalogs, PrivacyDesk privacy, TimeProvider time)
    : IActivity<DeliveryOrder, Nothing>
{
    /// <summary>Its name and types.</summary>
    public static Activity<DeliveryOrder, Nothing> Definition { get; } = new("HandleDeliveries", 1);

    /// <inheritdoc/>
    public async Task<Nothing> Run(DeliveryOrder input, CancellationToken cancellation)
    {
        var ids = input.DeliveryIds;
        var due = await database.ShopDeliveries.AsNoTracking()
            .Where(row => ids.Contains(row.Id) && row.HandledAt == null && row.Body != null)
            .OrderBy(row => row.ReceivedAt).ToListAsync(cancellation);
        var read = due.Select(row => (Delivery: row, News: NewsOf(row))).ToList();
        var told = read.Where(one => one.News is not null).ToList();
        if (told.Count > 0)
        {
            await products.Take([.. told.Select(one => one.News!)], cancellation);
            await Close([.. told.Select(one => one.Delivery.Id)], null, cancellation);
        }

        Exception? failure = null;
        foreach (var (delivery, _) in read.Where(one => one.News is null))
        {
            try
            {
                if (ShopDomain.TryParse(delivery.Shop, out var shop))
                {
                    await Close([delivery.Id], await Handle(shop, delivery, delivery.Body!, cancellation), cancellation);
                }
            }
            catch (Exception fault) when (!cancellation.IsCancellationRequested)
            {
                // The others are done all the same; this one is tried again.
                failure ??= fault;
                database.ChangeTracker.Clear();
            }
        }

        return failure is null ? Nothing.Value : throw new IOException($"A delivery could not be handled: {failure.Message}", failure);
    }

    private static ProductNews? NewsOf(ShopDeliveryRow delivery) => delivery.Topic switch
    {
        ShopifyTopics.ProductCreated => ProductNews.Of(delivery.TenantId, delivery.Shop, KeptBody.Read(delivery.Body!, ShopifyJson.Default.ShopifyProduct), Urgency.New),
        ShopifyTopics.ProductUpdated => ProductNews.Of(delivery.TenantId, delivery.Shop, KeptBody.Read(delivery.Body!, ShopifyJson.Default.ShopifyProduct), Urgency.Changed),
        ShopifyTopics.ProductDeleted when KeptBody.Read(delivery.Body!, ShopifyJson.Default.AppChange).Id is { } id => new ProductNews(delivery.TenantId, delivery.Shop, id),
        _ => null,
    };

    private Task<int> Close(List<string> ids, string? outcome, CancellationToken cancellation)
    {
        DateTimeOffset? now = time.GetUtcNow();
        return database.ShopDeliveries.Where(row => ids.Contains(row.Id)).ExecuteUpdateAsync(
            row => row.SetProperty(one => one.Body, (string?)null)
                .SetProperty(one => one.HandledAt, now)
                .SetProperty(one => one.Outcome, outcome),
            cancellation);
    }

    private async Task<string?> Handle(ShopDomain shop, ShopDeliveryRow delivery, string body, CancellationToken cancellation)
    {
        switch (delivery.Topic)
        {
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
