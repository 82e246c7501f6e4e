using System.Globalization;
using System.Text.Json.Nodes;
using SoraFunctions.Commerce.Shopify.Admin;
using SoraFunctions.Commerce.Shopify.Products;
using SoraFunctions.Pipeline.Orchestration;
using SoraFunctions.Pipeline.Shops.Admin;
using SoraFunctions.Pipeline.Shops.Products;

namespace SoraFunctions.Pipeline.Shops.Catalogs;

/// <summary>Looks at a page of the products that changed in a shop.</summary>
/// <param name="directory">Opens tokens.</param>
/// <param name="admin">Asks.</param>
/// <param name="products">Take note of them.</param>
public sealed class ReadChanges(ShopDirectory directory, AdminClient admin, ProductDesk products) : IActivity<ChangesOrder, ChangesPage>
{
    /// <summary>Its name and types.</summary>
    public static Activity<ChangesOrder, ChangesPage> Definition { get; } = new("ReadChanges", 1);

    /// <inheritdoc/>
    public async Task<ChangesPage> Run(ChangesOrder input, CancellationToken cancellation)
    {
        if (await directory.Open(input.Shop, cancellation) is not { } shop)
        {
            return new ChangesPage(null);
        }

        var since = input.Since.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture);
        var answer = await admin.Ask(
            shop, "ReadProducts", new JsonObject { ["query"] = $"updated_at:>='{since}'", ["after"] = input.After }, cancellation);
        var found = answer.Data.GetProperty("products");
        await products.Take(
            [
                .. found.GetProperty("nodes").EnumerateArray()
                    .Select(node => AdminProduct.Read(node))
                    .OfType<ShopifyProduct>()
                    .Select(product => ProductNews.Of(shop.Row.TenantId, shop.Row.Domain, product, Urgency.Changed)),
            ],
            cancellation);
        var page = found.GetProperty("pageInfo");
        return new ChangesPage(page.GetProperty("hasNextPage").GetBoolean() ? page.GetProperty("endCursor").GetString() : null);
    }
}
