using System.Globalization;
using System.Security.Cryptography;
using System.Text.Json;
using System.Text.Json.Nodes;
using SoraFunctions.Commerce.Shopify.Admin;
using SoraFunctions.Commerce.Shopify.Products;
using SoraFunctions.Pipeline.Campaigns.Plans;
using SoraFunctions.Pipeline.Campaigns.Wire;
using SoraFunctions.Pipeline.Data;
using SoraFunctions.Pipeline.Requests;
using SoraFunctions.Pipeline.Requests.Wire;
using SoraFunctions.Pipeline.Shops;
using SoraFunctions.Pipeline.Shops.Admin;
using SoraFunctions.Pipeline.Shops.Products;

namespace SoraFunctions.Pipeline.Campaigns;

/// <summary>The products of a run: those that the campaign lists, or those that its shop has now.</summary>
/// <param name="directory">Knows the shops.</param>
/// <param name="admin">Asks them.</param>
public sealed class ProductSource(ShopDirectory directory, AdminClient admin)
{
    /// <summary>The products.</summary>
    /// <param name="tenant">Whose campaign.</param>
    /// <param name="wish">What it says.</param>
    /// <param name="due">When the run is due: what was launched lately is so from then.</param>
    /// <param name="keep">Is given each; keeps what is to be found again.</param>
    /// <param name="cancellation">Stops waiting.</param>
    /// <exception cref="RequestException">The shop is none of the tenant's.</exception>
    public async Task<IReadOnlyList<PlannedProduct>> Read(
        string tenant, CampaignWish wish, DateTimeOffset due, Func<CampaignProduct, Task> keep, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(wish);
        ArgumentNullException.ThrowIfNull(keep);
        var products = new List<PlannedProduct>();
        if (wish.Shop is not { } query)
        {
            foreach (var product in wish.Products ?? [])
            {
                await keep(product);
                products.Add(Planned(product, null));
            }

            return products;
        }

        var shop = await directory.Open(query.Shop, cancellation);
        if (shop is null || shop.Row.TenantId != tenant)
        {
            throw new RequestException(new RequestError("shop.shop", $"The app is not installed in a shop '{query.Shop}' of yours; POST /v1/shopify/installs does that."));
        }

        await foreach (var product in Ask(shop, query, due, cancellation))
        {
            if (products.Count == (query.Most ?? CampaignRules.MostProducts))
            {
                break;
            }

            if (Advertised(product, shop.Row) is { } advertised)
            {
                await keep(advertised);
                products.Add(Planned(advertised, product.Id));
            }
        }

        return products;
    }

    private async IAsyncEnumerable<ShopifyProduct> Ask(
        ShopAccess shop, ShopQuery query, DateTimeOffset due, [System.Runtime.CompilerServices.EnumeratorCancellation] CancellationToken cancellation)
    {
        for (string? after = null; ;)
        {
            var answer = await admin.Ask(shop, "ReadProducts", new JsonObject { ["query"] = Search(query, due), ["after"] = after }, cancellation);
            var found = answer.Data.GetProperty("products");
            foreach (var product in found.GetProperty("nodes").EnumerateArray().Select(node => AdminProduct.Read(node)).OfType<ShopifyProduct>())
            {
                yield return product;
            }

            var page = found.GetProperty("pageInfo");
            if (!page.GetProperty("hasNextPage").GetBoolean())
            {
                yield break;
            }

            after = page.GetProperty("endCursor").GetString();
        }
    }

    /// <summary>A query in Shopify's search syntax.</summary>
    internal static string Search(ShopQuery query, DateTimeOffset due)
    {
        List<string> parts = ["status:active"];
        if (query.Ids is { Count: > 0 } ids)
        {
            parts.Add($"({string.Join(" OR ", ids.Select(id => string.Create(CultureInfo.InvariantCulture, $"id:{id}")))})");
        }

        parts.AddRange((query.Tags ?? []).Select(tag => $"tag:'{tag.Replace("\\", "\\\\", StringComparison.Ordinal).Replace("'", "\\'", StringComparison.Ordinal)}'"));
        if (query.LaunchedWithinDays is { } days)
        {
            parts.Add($"published_at:>='{due.AddDays(-days).UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture)}'");
        }

        return string.Join(" AND ", parts);
    }

    private static CampaignProduct? Advertised(ShopifyProduct product, ShopRow shop)
    {
        if (ProductStory.Of(product) is not { } story)
        {
            return null;
        }

        var ad = ProductAd.Of(story, shop, story.Pictures, null, []);
        return new CampaignProduct { Sku = product.Id.ToString(CultureInfo.InvariantCulture), Product = ad.Product!, Link = ad.Link };
    }

    private static PlannedProduct Planned(CampaignProduct product, long? number) => new(
        product.Sku, product.Product.Title, Convert.ToHexStringLower(SHA256.HashData(JsonSerializer.SerializeToUtf8Bytes(product, WireJson.Options))), number);
}
