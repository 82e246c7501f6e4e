using System.Net.Http.Json;
using System.Text.Json;
using System.Text.Json.Nodes;
using Microsoft.EntityFrameworkCore;
using SoraFunctions.Pipeline.Storage;
using SoraFunctions.Shops.Tests.Doubles;

namespace SoraFunctions.Shops.Tests;

[Collection(ShopCollection.Name)]
public sealed class PrivacyTests(ShopHost host)
{
    [Fact]
    public async Task A_buyer_is_told_what_is_kept_and_then_it_is_gone()
    {
        var (shop, name) = await WithOrders();
        await host.Tell(shop, "customers/data_request", new JsonObject
        {
            ["shop_domain"] = shop.Name, ["orders_requested"] = new JsonArray(9), ["customer"] = new JsonObject { ["email"] = "ann@example.com" }, ["data_request"] = new JsonObject { ["id"] = 31 },
        });
        await host.Handled(shop);

        var listed = (await host.Client.GetFromJsonAsync<JsonElement>("/v1/shopify/data_requests")).GetProperty("data").EnumerateArray()
            .Single(one => one.GetProperty("shop").GetString() == shop.Name).GetProperty("export");
        Assert.Equal(31, listed.GetProperty("data_request").GetInt64());
        Assert.Equal([$"{name}/9"], listed.GetProperty("kept").EnumerateArray().Select(one => one.GetProperty("order").GetString()));
        Assert.DoesNotContain("ann@", listed.GetRawText(), StringComparison.Ordinal);

        await host.Tell(shop, "customers/redact", new JsonObject { ["shop_domain"] = shop.Name, ["orders_to_redact"] = new JsonArray(9) });
        await host.Handled(shop);

        Assert.Equal([$"{name}/10"], await host.Rows(database => database.SaleEvents.Where(row => row.Order.StartsWith(name)).Select(row => row.Order).ToListAsync()));
        Assert.DoesNotContain(
            (await host.Client.GetFromJsonAsync<JsonElement>("/v1/shopify/data_requests")).GetProperty("data").EnumerateArray(), one => one.GetProperty("shop").GetString() == shop.Name);
        Assert.True(await host.Rows(database => database.Audits.AnyAsync(row => row.Kind == "customers_redact" && row.Detail.Contains(shop.Name))));
    }

    [Fact]
    public async Task Of_a_shop_that_is_redacted_nothing_is_left()
    {
        var (shop, name) = await WithOrders();
        host.Admin.Product(shop, 41).Title = "A kettle that no other shop has";
        await host.Tell(shop, "products/create", host.Admin.Product(shop, 41).Webhook());
        var video = (await host.Published(shop, 41)).VideoId!;
        var files = await host.Rows(database => database.VideoFiles.Where(row => row.VideoId == video && (row.Name == "video.mp4" || row.Name == "commerce.json")).Select(row => row.Path).ToListAsync());
        var request = await host.Rows(database => database.Videos.Where(row => row.Id == video).Select(row => row.Request).SingleAsync());
        Assert.Equal(2, files.Count);
        shop.Token = null;
        await host.Tell(shop, "app/uninstalled", new JsonObject { ["myshopify_domain"] = shop.Name });
        await host.Handled(shop);

        await host.Tell(shop, "shop/redact", new JsonObject { ["shop_domain"] = shop.Name });
        await host.Until(() => host.Rows(async database => !await database.Shops.AnyAsync(row => row.Domain == shop.Name)));
        await host.Handled(shop);

        Assert.False(await host.Rows(database => database.ShopProducts.AnyAsync(row => row.Shop == shop.Name)));
        Assert.False(await host.Rows(database => database.ShopPublications.AnyAsync(row => row.Shop == shop.Name)));
        Assert.False(await host.Rows(database => database.ShopDeliveries.AnyAsync(row => row.Shop == shop.Name)));
        Assert.False(await host.Rows(database => database.SaleEvents.AnyAsync(row => row.Order.StartsWith(name))));
        Assert.False(await host.Rows(database => database.Videos.AnyAsync(row => row.Id == video)));
        Assert.False(await host.Rows(database => database.CommerceLinks.AnyAsync(row => row.VideoId == video)));
        Assert.False(await host.Use<IBlobStore, bool>(blobs => blobs.Exists(JsonNode.Parse(request)!["path"]!.GetValue<string>(), default)));
        foreach (var path in files)
        {
            Assert.False(await host.Use<IBlobStore, bool>(blobs => blobs.Exists(path, default)));
        }
    }

    [Fact]
    public async Task A_shop_that_has_the_app_is_not_redacted()
    {
        var (shop, name) = await WithOrders();
        await host.Tell(shop, "shop/redact", new JsonObject { ["shop_domain"] = shop.Name });
        await host.Handled(shop);
        Assert.True(await host.Rows(database => database.Shops.AnyAsync(row => row.Domain == shop.Name)));
        Assert.True(await host.Rows(database => database.SaleEvents.AnyAsync(row => row.Order.StartsWith(name))));
    }

    private async Task<(FakeShop Shop, string Name)> WithOrders()
    {
        var shop = await host.Shop();
        foreach (var id in new[] { 9, 10 })
        {
            await host.Tell(shop, "orders/paid", new JsonObject
            {
                ["id"] = id, ["total_price"] = "79.00", ["currency"] = "USD", ["created_at"] = "2026-11-23T10:00:00Z", ["email"] = "ann@example.com",
            });
        }

        await host.Handled(shop);
        return (shop, $"shopify:{shop.Name.Split('.')[0]}");
    }
}
