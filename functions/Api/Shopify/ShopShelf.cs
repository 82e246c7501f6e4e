using System.Globalization;
using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using SoraFunctions.Api.Errors;
using SoraFunctions.Commerce.Shopify.Deliveries;
using SoraFunctions.Commerce.Shopify.Installs;
using SoraFunctions.Pipeline.Data;

namespace SoraFunctions.Api.Shopify;

/// <summary>The shops of a tenant, as they are shown.</summary>
internal sealed class ShopShelf(SoraDatabase database)
{
    private const int MostProducts = 100;

    public async Task<IReadOnlyList<ShopObject>> List(string tenant, CancellationToken cancellation) =>
        [.. (await database.Shops.AsNoTracking().Where(row => row.TenantId == tenant).OrderBy(row => row.Domain).ToListAsync(cancellation)).Select(ToWire)];

    public async Task<ShopObject> Get(string tenant, string id, CancellationToken cancellation) => ToWire(await Row(tenant, id, cancellation));

    /// <summary>The shop; another tenant's is an unknown one.</summary>
    public async Task<ShopRow> Row(string tenant, string id, CancellationToken cancellation) =>
        await database.Shops.AsNoTracking().SingleOrDefaultAsync(row => row.Domain == id && row.TenantId == tenant, cancellation)
        ?? throw Refusals.NotFound("shop_id", $"There is no shop '{id}'.", "shop_not_found");

    /// <summary>A page of a shop's products and one more.</summary>
    public async Task<IReadOnlyList<ShopProductObject>> Products(string tenant, string id, string? after, int limit, CancellationToken cancellation)
    {
        await Row(tenant, id, cancellation);
        if (!long.TryParse(after ?? "0", NumberStyles.None, CultureInfo.InvariantCulture, out var last))
        {
            throw Refusals.Invalid("after", "after must be the id of a product of an earlier page.");
        }

        var rows =
            from product in database.ShopProducts
            where product.Shop == id && product.TenantId == tenant && product.ProductId > last
            orderby product.ProductId
            join publication in database.ShopPublications on product.VideoId equals publication.VideoId into publications
            from publication in publications.DefaultIfEmpty()
            select new { Product = product, Publication = publication };
        return [.. (await rows.AsNoTracking().Take(Math.Min(limit, MostProducts) + 1).ToListAsync(cancellation)).Select(row => ToWire(row.Product, row.Publication))];
    }

    public async Task<IReadOnlyList<DataRequestObject>> DataRequests(string tenant, CancellationToken cancellation)
    {
        var rows = await database.ShopDeliveries.AsNoTracking()
            .Where(row => row.TenantId == tenant && row.Topic == ShopifyTopics.CustomerDataRequested && row.Outcome != null)
            .OrderBy(row => row.ReceivedAt).ToListAsync(cancellation);
        return [.. rows.Select(row => new DataRequestObject(row.Id, "shopify.data_request", row.Shop, row.ReceivedAt.ToUnixTimeSeconds(), JsonElement.Parse(row.Outcome!)))];
    }

    private static ShopProductObject ToWire(ShopProductRow row, ShopPublicationRow? publication) => new(
        row.ProductId.ToString(CultureInfo.InvariantCulture),
        "shopify.product",
        row.DeletedAt is not null ? "deleted"
        : row.WaitsSince is not null ? "waiting"
        : row.Making ? "making"
        : publication?.PublishedAt is not null ? "published"
        : row.Fault is not null || publication?.Fault is not null ? "failed"
        : row.Digest is null ? "not_for_sale"
        : row.VideoId is null ? "known"
        : "made",
        row.UpdatedAt?.ToUnixTimeSeconds(),
        row.VideoId,
        publication?.MediaId,
        publication?.PublishedAt?.ToUnixTimeSeconds(),
        row.Fault ?? publication?.Fault);

    private static ShopObject ToWire(ShopRow row) => new(
        row.Domain,
        "shopify.shop",
        row.SealedToken is not null,
        row.InstalledAt.ToUnixTimeSeconds(),
        row.UninstalledAt?.ToUnixTimeSeconds(),
        row.Name,
        row.Host,
        row.Currency,
        (row.Locales ?? "").Split(' ', StringSplitOptions.RemoveEmptyEntries),
        row.Scopes.Split(',', StringSplitOptions.RemoveEmptyEntries),
        row.SealedToken is null ? [] : ShopifyScopes.Missing(row.Scopes),
        row.Publishes,
        ShopifyScopes.Has(row.Scopes, ShopifyScopes.Results),
        row.ReconciledTo?.ToUnixTimeSeconds());
}
