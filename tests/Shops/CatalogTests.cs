using System.Net.Http.Json;
using System.Text.Json;
using System.Text.Json.Nodes;
using Microsoft.EntityFrameworkCore;
using SoraFunctions.Commerce.Shopify;
using SoraFunctions.Commerce.Shopify.Admin;
using SoraFunctions.Commerce.Shopify.Products;
using SoraFunctions.Pipeline.Shops;
using SoraFunctions.Shops.Tests.Doubles;

namespace SoraFunctions.Shops.Tests;

[Collection(ShopCollection.Name)]
public sealed class CatalogTests(ShopHost host)
{
    [Fact]
    public async Task A_back_fill_makes_the_videos_of_all_products_and_begins_once()
    {
        var shop = await host.Shop();
        foreach (var id in new long[] { 1, 2, 3 })
        {
            host.Admin.Product(shop, id).Title = $"Kettle {id}";
        }

        shop.BulkStatus = "RUNNING";
        Assert.True(await Begin(shop));
        Assert.False(await Begin(shop));
        await host.Until(() => host.Rows(database => database.Shops.AnyAsync(row => row.Domain == shop.Name && row.BulkId != null)));
        shop.BulkStatus = "COMPLETED";
        await host.Tell(shop, "bulk_operations/finish", new JsonObject { ["admin_graphql_api_id"] = "gid://shopify/BulkOperation/1", ["status"] = "completed" });

        foreach (var id in new long[] { 1, 2, 3 })
        {
            await host.Until(() => host.Rows(database => database.ShopProducts.AnyAsync(row => row.Shop == shop.Name && row.ProductId == id)));
            await host.Published(shop, id);
            Assert.Single(shop.Videos(id));
        }

        var listed = await host.Client.GetFromJsonAsync<JsonElement>($"/v1/shopify/shops/{shop.Name}/products?limit=2");
        Assert.Equal((2, true), (listed.GetProperty("data").GetArrayLength(), listed.GetProperty("has_more").GetBoolean()));
        Assert.All(listed.GetProperty("data").EnumerateArray(), one => Assert.Equal("published", one.GetProperty("status").GetString()));
    }

    [Fact]
    public async Task A_change_that_no_delivery_told_of_is_found_and_a_known_one_makes_nothing_new()
    {
        var shop = await host.Shop();
        var told = host.Admin.Product(shop, 1);
        await host.Tell(shop, "products/create", told.Webhook());
        var video = (await host.Published(shop, 1)).VideoId;
        host.Admin.Product(shop, 2).Title = "Missed";
        host.Admin.Product(shop, 3).Title = "Missed too";

        await host.Use<ShopReconciliation, bool>(async timer =>
        {
            await timer.Run(default);
            return true;
        });

        await host.Until(() => host.Rows(database => database.Shops.AnyAsync(row => row.Domain == shop.Name && row.ReconciledTo != null)));
        await host.Published(shop, 2);
        await host.Published(shop, 3);
        Assert.Equal((video, null), ((await host.Row(shop, 1))!.VideoId, (await host.Row(shop, 1))!.WaitsSince));
    }

    [Fact]
    public void A_product_has_one_story_wherever_it_is_learnt_from()
    {
        var product = new FakeProduct("https://cdn.example", 41);
        var told = ProductStory.Of(product.Webhook().Deserialize(ShopifyJson.Default.ShopifyProduct)!)!;
        var listed = ProductStory.Of(AdminProduct.Read([.. product.Lines().Select(line => JsonElement.Parse(line.ToJsonString()))])!)!;
        Assert.Equal(told.Digest(), listed.Digest());
        Assert.Equal(3, told.Pictures.Count);
        Assert.EndsWith("73.png", told.Pictures[0], StringComparison.Ordinal);
    }

    [Fact]
    public async Task Deliveries_and_products_that_a_crash_left_lying_are_taken_up()
    {
        var shop = await host.Shop();
        var body = Pipeline.Shops.Deliveries.KeptBody.Of("products/update", System.Text.Encoding.UTF8.GetBytes(host.Admin.Product(shop, 7).Webhook().ToJsonString()));
        await host.Rows(database =>
        {
            database.ShopDeliveries.Add(new Pipeline.Data.ShopDeliveryRow
            {
                Id = $"shd_{Guid.NewGuid():n}", Shop = shop.Name, TenantId = "default", Topic = "products/update", Body = body, ReceivedAt = DateTimeOffset.UtcNow.AddMinutes(-5),
            });
            return database.SaveChangesAsync();
        });

        await host.Use<ShopReconciliation, bool>(async timer =>
        {
            await timer.Run(default);
            return true;
        });

        await host.Handled(shop);
        await host.Published(shop, 7);
    }

    private async Task<bool> Begin(FakeShop shop)
    {
        using var begun = await host.Client.PostAsync($"/v1/shopify/shops/{shop.Name}/backfill", JsonContent.Create(new { }));
        Assert.True(begun.IsSuccessStatusCode, await begun.Content.ReadAsStringAsync());
        return (await begun.Content.ReadFromJsonAsync<JsonElement>()).GetProperty("begun").GetBoolean();
    }
}
