using System.Text.Json.Nodes;
using Microsoft.EntityFrameworkCore;
using SoraFunctions.Commerce.Shopify;
using SoraFunctions.Commerce.Shopify.Deliveries;
using SoraFunctions.Commerce.Shopify.Orders;
using SoraFunctions.Pipeline.Audits;
using SoraFunctions.Pipeline.Data;
using SoraFunctions.Pipeline.Sales;
using SoraFunctions.Pipeline.Shops.Deliveries;
using SoraFunctions.Pipeline.Shops.Installs;
using SoraFunctions.Pipeline.Videos;

namespace SoraFunctions.Pipeline.Shops.Privacy;

/// <summary>
/// Does what buyers and shops may ask by law: tells what is kept, and removes it. Of buyers nothing is kept but what their orders came to; of these the
/// number of the order is what leads to a person.
/// </summary>
/// <param name="database">Where it is kept.</param>
/// <param name="removal">Removes videos.</param>
/// <param name="life">Ends what is done for a shop.</param>
/// <param name="sales">Counts what is left.</param>
/// <param name="audit">Where it is written down that it was done.</param>
/// <param name="time">The clock.</param>
public sealed class PrivacyDesk(SoraDatabase database, VideoRemoval removal, ShopLife life, SalesLog sales, AuditLog audit, TimeProvider time)
{
    private static readonly TimeSpan _provable = TimeSpan.FromDays(3 * 366);
    private static readonly string[] _orderTopics = [ShopifyTopics.OrderCreated, ShopifyTopics.OrderPaid, ShopifyTopics.RefundCreated];

    /// <summary>All that is kept of a buyer's orders, as a JSON document for the merchant to hand on.</summary>
    /// <param name="tenant">Whose shop.</param>
    /// <param name="shop">Which.</param>
    /// <param name="request">Which orders.</param>
    /// <param name="cancellation">Stops waiting.</param>
    public async Task<string> Export(string tenant, ShopDomain shop, PrivacyRequest request, CancellationToken cancellation)
    {
        var names = NamesOf(shop, request.OrdersRequested);
        var rows = await database.SaleEvents.AsNoTracking().Where(row => row.TenantId == tenant && names.Contains(row.Order)).ToListAsync(cancellation);
        return new JsonObject
        {
            ["shop"] = shop.Name,
            ["data_request"] = request.DataRequest?.Id,
            ["exported_at"] = time.GetUtcNow().ToUnixTimeSeconds(),
            ["orders"] = new JsonArray([.. names.Select(name => (JsonNode)name)]),
            ["kept"] = new JsonArray([
                .. rows.OrderBy(row => row.At).Select(row => (JsonNode)new JsonObject
                {
                    ["id"] = row.Id,
                    ["order"] = row.Order,
                    ["kind"] = row.Kind.ToString(),
                    ["at"] = row.At.ToUnixTimeSeconds(),
                    ["minor_units"] = row.MinorUnits,
                    ["currency"] = row.Currency,
                    ["evidence"] = JsonNode.Parse(row.Evidence),
                }),
            ]),
        }.ToJsonString();
    }

    /// <summary>Removes all that is kept of a buyer's orders.</summary>
    /// <param name="delivery">What asked for it.</param>
    /// <param name="shop">Of which shop.</param>
    /// <param name="request">Which orders.</param>
    /// <param name="cancellation">Stops waiting.</param>
    public async Task RedactCustomer(ShopDeliveryRow delivery, ShopDomain shop, PrivacyRequest request, CancellationToken cancellation)
    {
        var names = NamesOf(shop, request.OrdersToRedact);
        var removed = await database.SaleEvents.Where(row => row.TenantId == delivery.TenantId && names.Contains(row.Order)).ExecuteDeleteAsync(cancellation);
        await sales.Recount(delivery.TenantId, cancellation);
        await ForgetWaiting(shop, [.. request.OrdersToRedact ?? []], cancellation);
        await ForgetExports(shop, names, cancellation);
        await WriteDown(delivery, "customers_redact", new JsonObject { ["shop"] = shop.Name, ["orders"] = names.Count, ["removed"] = removed }, cancellation);
    }

    /// <summary>
    /// Removes all that is kept of a shop: its products, the videos of them, its sales, its token and itself; blobs and histories follow by their timers.
    /// One that has the app again is left alone.
    /// </summary>
    /// <param name="delivery">What asked for it.</param>
    /// <param name="shop">Which shop.</param>
    /// <param name="request">Says the shop once more, signed.</param>
    /// <param name="cancellation">Stops waiting; what is left is removed when it is asked again.</param>
    public async Task RedactShop(ShopDeliveryRow delivery, ShopDomain shop, PrivacyRequest request, CancellationToken cancellation)
    {
        if (request.ShopDomain?.Equals(shop.Name, StringComparison.OrdinalIgnoreCase) != true || await life.IsInstalled(shop, cancellation))
        {
            return;
        }

        await life.End(shop.Name, cancellation);
        var made = await database.Videos.AsNoTracking()
            .Where(video => database.ShopProducts.Any(row => row.Shop == shop.Name && row.VideoId == video.Id)
                || database.ShopPublications.Any(row => row.Shop == shop.Name && row.VideoId == video.Id))
            .ToListAsync(cancellation);
        foreach (var video in made)
        {
            await RemoveVideo(video, cancellation);
        }

        var prefix = OrderSales.PrefixOf(shop);
        await database.SaleEvents.Where(row => row.TenantId == delivery.TenantId && row.Order.StartsWith(prefix)).ExecuteDeleteAsync(cancellation);
        await sales.Recount(delivery.TenantId, cancellation);
        await database.ShopPublications.Where(row => row.Shop == shop.Name).ExecuteDeleteAsync(cancellation);
        await database.ShopResults.Where(row => row.Shop == shop.Name).ExecuteDeleteAsync(cancellation);
        await database.ShopProducts.Where(row => row.Shop == shop.Name).ExecuteDeleteAsync(cancellation);
        await database.Shops.Where(row => row.Domain == shop.Name).ExecuteDeleteAsync(cancellation);
        await WriteDown(delivery, "shop_redact", new JsonObject { ["videos"] = made.Count }, cancellation);
        await database.ShopDeliveries.Where(row => row.Shop == shop.Name).ExecuteDeleteAsync(cancellation);
    }

    private async Task RemoveVideo(VideoRow video, CancellationToken cancellation)
    {
        await removal.Remove(video.Id, cancellation);
        await database.CommerceLinks.Where(row => row.VideoId == video.Id).ExecuteDeleteAsync(cancellation);
    }

    /// <summary>What was told of these orders and is not handled yet.</summary>
    private async Task ForgetWaiting(ShopDomain shop, HashSet<long> orders, CancellationToken cancellation)
    {
        var waiting = await database.ShopDeliveries.AsNoTracking()
            .Where(row => row.Shop == shop.Name && _orderTopics.Contains(row.Topic) && row.Body != null)
            .ToListAsync(cancellation);
        var theirs = waiting
            .Where(row => orders.Contains(row.Topic == ShopifyTopics.RefundCreated
                ? KeptBody.Read(row.Body!, ShopifyJson.Default.ShopifyRefund).OrderId
                : KeptBody.Read(row.Body!, ShopifyJson.Default.ShopifyOrder).Id))
            .Select(row => row.Id)
            .ToList();
        var now = time.GetUtcNow();
        await database.ShopDeliveries.Where(row => theirs.Contains(row.Id)).ExecuteUpdateAsync(
            row => row.SetProperty(one => one.Body, (string?)null).SetProperty(one => one.HandledAt, (DateTimeOffset?)now), cancellation);
    }

    private async Task ForgetExports(ShopDomain shop, IReadOnlyList<string> names, CancellationToken cancellation)
    {
        foreach (var export in await database.ShopDeliveries.AsNoTracking().Where(row => row.Shop == shop.Name && row.Outcome != null).ToListAsync(cancellation))
        {
            if (names.Any(name => export.Outcome!.Contains($"\"{name}\"", StringComparison.Ordinal)))
            {
                await database.ShopDeliveries.Where(row => row.Id == export.Id)
                    .ExecuteUpdateAsync(row => row.SetProperty(one => one.Outcome, (string?)null), cancellation);
            }
        }
    }

    private Task<long> WriteDown(ShopDeliveryRow delivery, string kind, JsonObject detail, CancellationToken cancellation) => audit.Append(
        delivery.TenantId, new AuditEntry(kind, delivery.Id, detail.ToJsonString(), time.GetUtcNow() + _provable), cancellation);

    private static List<string> NamesOf(ShopDomain shop, IReadOnlyList<long>? orders) => [.. (orders ?? []).Distinct().Select(order => OrderSales.NameOf(shop, order))];
}
