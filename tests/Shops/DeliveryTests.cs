using System.Net;
using System.Text;
using System.Text.Json.Nodes;
using Microsoft.EntityFrameworkCore;
using SoraFunctions.Commerce.Signatures;
using SoraFunctions.Shops.Tests.Doubles;

namespace SoraFunctions.Shops.Tests;

[Collection(ShopCollection.Name)]
public sealed class DeliveryTests(ShopHost host)
{
    [Theory]
    [InlineData("X-Shopify-", "products/update", ShopHost.Secret)]
    [InlineData("shopify-", "products/update", ShopHost.Secret)]
    [InlineData("X-Shopify-", "PRODUCTS_UPDATE", ShopHost.Secret)]
    [InlineData("X-Shopify-", "products/update", ShopHost.OldSecret)]
    public async Task A_signed_delivery_is_stored_and_handled_in_either_family_and_with_either_secret(string prefix, string topic, string secret)
    {
        var shop = await host.Shop();
        var product = host.Admin.Product(shop, 41);
        product.Status = "draft";

        using var answer = await host.Deliver(shop.Name, topic, product.Webhook(), secret: secret, prefix: prefix);

        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        await host.Handled(shop);
        Assert.NotNull(await host.Row(shop, 41));
        Assert.Null((await Deliveries(shop)).Single().Body);
    }

    [Fact]
    public async Task A_forged_delivery_is_refused_and_leaves_nothing_behind()
    {
        var shop = await host.Shop();
        var body = host.Admin.Product(shop, 41).Webhook();
        var other = ShopifySignature.Of(Encoding.UTF8.GetBytes(body.ToJsonString()), "another");

        foreach (var signature in new[] { other, "", "AAAA", new string('A', 43) + "=" })
        {
            using var answer = await host.Deliver(shop.Name, "products/update", body, signature: signature);
            Assert.Equal(HttpStatusCode.Unauthorized, answer.StatusCode);
        }

        Assert.Empty(await Deliveries(shop));
    }

    [Fact]
    public async Task A_body_that_was_changed_on_the_way_is_refused()
    {
        var shop = await host.Shop();
        var body = host.Admin.Product(shop, 41).Webhook();
        var signature = ShopifySignature.Of(Encoding.UTF8.GetBytes(body.ToJsonString()), ShopHost.Secret);
        body["title"] = "Another";
        using var answer = await host.Deliver(shop.Name, "products/update", body, signature: signature);
        Assert.Equal(HttpStatusCode.Unauthorized, answer.StatusCode);
    }

    [Fact]
    public async Task A_repeat_is_answered_and_does_nothing_more()
    {
        var shop = await host.Shop();
        var product = host.Admin.Product(shop, 41);
        product.Status = "draft";
        var body = product.Webhook();

        var answers = await Task.WhenAll(Enumerable.Range(0, 20).Select(_ => host.Deliver(shop.Name, "products/update", body, "same")));

        Assert.All(answers, answer => Assert.Equal(HttpStatusCode.OK, answer.StatusCode));
        Assert.Single(await Deliveries(shop));
    }

    [Fact]
    public async Task The_same_id_of_another_topic_is_another_delivery()
    {
        var shop = await host.Shop();
        var product = host.Admin.Product(shop, 41);
        product.Status = "draft";
        await host.Tell(shop, "products/create", product.Webhook(), "same");
        await host.Tell(shop, "products/update", product.Webhook(), "same");
        Assert.Equal(2, (await Deliveries(shop)).Count);
    }

    [Fact]
    public async Task A_shop_without_the_app_is_refused()
    {
        using var answer = await host.Deliver("stranger.myshopify.com", "products/update", new JsonObject { ["id"] = 1 });
        Assert.Equal(HttpStatusCode.NotFound, answer.StatusCode);
    }

    [Theory]
    [InlineData("shop/redact")]
    [InlineData("customers/redact")]
    [InlineData("customers/data_request")]
    [InlineData("app/uninstalled")]
    public async Task What_concerns_a_shop_of_which_nothing_is_kept_is_done_already(string topic)
    {
        using var answer = await host.Deliver("stranger.myshopify.com", topic, new JsonObject { ["shop_domain"] = "stranger.myshopify.com" });
        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
    }

    [Fact]
    public async Task A_body_that_is_too_large_is_refused()
    {
        var shop = await host.Shop();
        using var answer = await host.Deliver(shop.Name, "products/update", new byte[(8 * 1024 * 1024) + 1], null, ShopHost.Secret);
        Assert.Equal(HttpStatusCode.RequestEntityTooLarge, answer.StatusCode);
    }

    [Theory]
    [InlineData("products/update", "[]", HttpStatusCode.BadRequest)]
    [InlineData("products/update", "{}", HttpStatusCode.BadRequest)]
    [InlineData("products/update", "{\"id\":\"x\"}", HttpStatusCode.BadRequest)]
    [InlineData("products/update", "null", HttpStatusCode.BadRequest)]
    [InlineData("carts/update", "{}", HttpStatusCode.NotFound)]
    public async Task A_signed_body_that_can_not_be_read_is_refused(string topic, string body, HttpStatusCode status)
    {
        var shop = await host.Shop();
        using var answer = await host.Deliver(shop.Name, topic, Encoding.UTF8.GetBytes(body), null, ShopHost.Secret);
        Assert.Equal(status, answer.StatusCode);
        Assert.Empty(await Deliveries(shop));
    }

    [Fact]
    public async Task An_older_state_that_comes_late_changes_nothing()
    {
        var shop = await host.Shop();
        var product = host.Admin.Product(shop, 41);
        product.Status = "draft";
        var old = product.Webhook();
        old["updated_at"] = DateTimeOffset.UtcNow.AddMinutes(-5).ToString("O");
        old["status"] = "active";

        await host.Tell(shop, "products/update", product.Webhook());
        await host.Handled(shop);
        await host.Tell(shop, "products/update", old);
        await host.Handled(shop);

        Assert.Null((await host.Row(shop, 41))!.Digest);
    }

    [Fact]
    public async Task An_update_that_comes_after_the_end_of_its_product_brings_nothing_back()
    {
        var shop = await host.Shop();
        var product = host.Admin.Product(shop, 41);
        await host.Tell(shop, "products/delete", new JsonObject { ["id"] = 41 });
        await host.Handled(shop);
        await host.Tell(shop, "products/update", product.Webhook());
        await host.Handled(shop);
        Assert.Null((await host.Row(shop, 41))!.VideoId);
        Assert.Null((await host.Row(shop, 41))!.WaitsSince);
    }

    [Fact]
    public async Task Nothing_of_who_bought_reaches_the_disk()
    {
        var order = new JsonObject
        {
            ["id"] = 9, ["email"] = "ann@example.com", ["total_price"] = "79.00", ["currency"] = "USD", ["landing_site"] = "/products/kettle?email=ann@example.com&utm_content=video_0123456789abcdef0123456789abcdef",
            ["note_attributes"] = new JsonArray(new JsonObject { ["name"] = "gift for", ["value"] = "Ann" }), ["customer"] = new JsonObject { ["first_name"] = "Ann" },
        };
        var kept = Pipeline.Shops.Deliveries.KeptBody.Of("orders/paid", Encoding.UTF8.GetBytes(order.ToJsonString()));
        Assert.DoesNotContain("nn", kept, StringComparison.Ordinal);
        Assert.Contains("video_0123456789abcdef0123456789abcdef", kept, StringComparison.Ordinal);
        await Task.CompletedTask;
    }

    private Task<List<Pipeline.Data.ShopDeliveryRow>> Deliveries(FakeShop shop) =>
        host.Rows(database => database.ShopDeliveries.AsNoTracking().Where(row => row.Shop == shop.Name).ToListAsync());
}
