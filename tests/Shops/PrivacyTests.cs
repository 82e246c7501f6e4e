using System.Net.Http.Json;
using System.Text.Json;
using System.Text.Json.Nodes;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using SoraFunctions.Pipeline.Collection;
using SoraFunctions.Pipeline.Orchestration;
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
    public async Task Of_a_shop_that_is_redacted_no_row_is_left()
    {
        var (shop, name) = await WithOrders();
        host.Admin.Product(shop, 41).Title = "A kettle that no other shop has";
        await host.Tell(shop, "products/create", host.Admin.Product(shop, 41).Webhook());
        var video = (await host.Published(shop, 41)).VideoId!;
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
    }

    [Fact]
    public async Task When_a_redacted_shops_time_is_over_no_file_holds_a_word_of_it()
    {
        var alone = new ShopHost();
        await alone.InitializeAsync();
        try
        {
            var shop = await alone.Shop();
            var stays = await alone.Shop();
            foreach (var (one, title) in new[] { (shop, "A kettle that is to be forgotten"), (stays, "A kettle that is to be kept") })
            {
                alone.Admin.Product(one, 41).Title = title;
                await alone.Tell(one, "products/create", alone.Admin.Product(one, 41).Webhook());
                await alone.Published(one, 41);
                await alone.Tell(one, "orders/paid", new JsonObject { ["id"] = 9, ["total_price"] = "79.00", ["currency"] = "USD", ["created_at"] = "2026-11-23T10:00:00Z", ["email"] = "ann@example.com" });
            }

            await alone.Handled(shop);
            shop.Token = null;
            await alone.Tell(shop, "app/uninstalled", new JsonObject { ["myshopify_domain"] = shop.Name });
            await alone.Handled(shop);
            await alone.Tell(shop, "shop/redact", new JsonObject { ["shop_domain"] = shop.Name });
            await alone.Until(() => alone.Rows(async database => !await database.Shops.AnyAsync(row => row.Domain == shop.Name)));

            // As the timers do it: blobs after a day, histories after thirty.
            await alone.Until(async () => !await alone.Rows(database => database.ShopDeliveries.AnyAsync(row => row.Shop == shop.Name)));
            await alone.Use<IOrchestrationClient, int>(histories => histories.PurgeEnded(DateTimeOffset.UtcNow.AddMinutes(1), default));
            await alone.Use<BlobCollector, CollectedBlobs>(collector => collector.Run(TimeSpan.Zero, BlobPath.All, default));
            var folder = await alone.Stop();
            SqliteConnection.ClearAllPools();

            Assert.NotEmpty(FilesWith(folder, "A kettle that is to be kept"));
            Assert.NotEmpty(FilesWith(folder, stays.Name));
            Assert.Empty(FilesWith(folder, "A kettle that is to be forgotten"));
            Assert.Empty(FilesWith(folder, shop.Name));
            Assert.Empty(FilesWith(folder, "ann@example.com"));
        }
        finally
        {
            await alone.DisposeAsync();
        }
    }

    private static string[] FilesWith(string folder, string words)
    {
        var bytes = System.Text.Encoding.UTF8.GetBytes(words);
        return
        [
            .. Directory.EnumerateFiles(folder, "*", SearchOption.AllDirectories)
                .Where(file => File.ReadAllBytes(file).AsSpan().IndexOf(bytes) >= 0).Select(file => Path.GetRelativePath(folder, file)),
        ];
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
