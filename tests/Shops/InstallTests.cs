using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.WebUtilities;
using Microsoft.EntityFrameworkCore;
using SoraFunctions.Commerce.Shopify.Deliveries;
using SoraFunctions.Commerce.Shopify.Installs;
using SoraFunctions.Shops.Tests.Doubles;

namespace SoraFunctions.Shops.Tests;

[Collection(ShopCollection.Name)]
public sealed class InstallTests(ShopHost host)
{
    [Fact]
    public async Task An_installed_shop_is_asked_about_itself_and_to_tell_and_its_token_is_kept_sealed()
    {
        var shop = await host.Shop();
        await host.Until(() => Task.FromResult(shop.Subscriptions.Count == ShopifyTopics.Subscribed.Count));

        var shown = await host.Client.GetFromJsonAsync<JsonElement>($"/v1/shopify/shops/{shop.Name}");
        Assert.Equal(("USD", "kettle.example", true), (shown.GetProperty("currency").GetString(), shown.GetProperty("host").GetString(), shown.GetProperty("installed").GetBoolean()));
        Assert.Equal(["en", "de"], shown.GetProperty("locales").EnumerateArray().Select(one => one.GetString()));
        Assert.All(shop.Subscriptions.Values, uri => Assert.Equal("https://sora.example/v1/shopify/webhooks", uri));
        var row = await host.Rows(database => database.Shops.AsNoTracking().SingleAsync(one => one.Domain == shop.Name));
        Assert.DoesNotContain(shop.Token!, row.SealedToken, StringComparison.Ordinal);
        Assert.DoesNotContain(shop.Token!, shown.GetRawText(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Just_the_scopes_that_are_used_are_asked_for()
    {
        var shop = host.NewShop();
        var url = await Begin(shop);
        Assert.Equal(string.Join(',', ShopifyScopes.Needed), QueryHelpers.ParseQuery(url.Query)["scope"]);
        Assert.Equal(shop.Name, url.Host);
        Assert.Equal("https://sora.example/v1/shopify/callback", QueryHelpers.ParseQuery(url.Query)["redirect_uri"]);
    }

    [Fact]
    public async Task A_merchant_who_comes_from_Shopify_comes_back_in_the_same_browser_and_belongs_to_the_operator()
    {
        var shop = host.NewShop();
        using var opened = await host.Open(shop.Name);
        Assert.Equal(HttpStatusCode.Found, opened.StatusCode);
        var cookie = Assert.Single(opened.Headers.GetValues("Set-Cookie"));
        Assert.All(["httponly", "secure", "samesite=lax"], word => Assert.Contains(word, cookie, StringComparison.OrdinalIgnoreCase));
        var state = QueryHelpers.ParseQuery(opened.Headers.Location!.Query)["state"].ToString();

        using var other = await host.Callback(shop.Name, state, shop.Code);
        using var stranger = await host.Callback(shop.Name, state, shop.Code, cookie: "sora_shopify_install=another");
        using var back = await host.Callback(shop.Name, state, shop.Code, cookie: cookie.Split(';')[0]);

        Assert.Equal((HttpStatusCode.BadRequest, HttpStatusCode.BadRequest, HttpStatusCode.OK), (other.StatusCode, stranger.StatusCode, back.StatusCode));
        Assert.Equal("default", await host.Rows(database => database.Shops.Where(row => row.Domain == shop.Name).Select(row => row.TenantId).SingleAsync()));
        using var again = await host.Open(shop.Name);
        Assert.Equal(HttpStatusCode.OK, again.StatusCode);
        using var forged = await host.Open(host.NewShop().Name, secret: "another");
        using var stale = await host.Open(host.NewShop().Name, age: TimeSpan.FromMinutes(5));
        Assert.Equal((HttpStatusCode.BadRequest, HttpStatusCode.BadRequest), (forged.StatusCode, stale.StatusCode));
    }

    [Fact]
    public async Task A_callback_that_is_forged_stale_replayed_or_of_another_shop_is_refused()
    {
        var (shop, other) = (host.NewShop(), host.NewShop());
        var state = QueryHelpers.ParseQuery((await Begin(shop)).Query)["state"].ToString();
        foreach (var attempt in new[]
        {
            host.Callback(shop.Name, state, shop.Code, secret: "another"),
            host.Callback(shop.Name, state, shop.Code, age: TimeSpan.FromMinutes(5)),
            host.Callback(shop.Name, "made-up", shop.Code),
            host.Callback(shop.Name, state[..^2] + (state[^2] == 'A' ? "BB" : "AA"), shop.Code),
            host.Callback(other.Name, state, other.Code),
            host.Callback(shop.Name, state, "guessed"),
        })
        {
            using var refused = await attempt;
            Assert.Equal(HttpStatusCode.BadRequest, refused.StatusCode);
        }

        var code = shop.Code;
        using (var done = await host.Callback(shop.Name, state, code))
        {
            Assert.Equal(HttpStatusCode.OK, done.StatusCode);
        }

        using var again = await host.Callback(shop.Name, state, code);
        Assert.Equal(HttpStatusCode.BadRequest, again.StatusCode);
        Assert.False(await host.Rows(database => database.Shops.AnyAsync(row => row.Domain == other.Name)));
    }

    [Fact]
    public async Task Fewer_rights_than_are_used_are_not_enough()
    {
        var shop = host.NewShop();
        shop.Scope = "read_products,write_files,read_orders,read_locales";
        using var refused = await host.Install(shop);
        Assert.Equal(HttpStatusCode.BadRequest, refused.StatusCode);
        Assert.Contains("write_products", await refused.Content.ReadAsStringAsync(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_shop_belongs_to_one_tenant_and_others_do_not_see_it()
    {
        var shop = await host.Shop();
        using var other = await host.OtherTenant($"other-{Guid.NewGuid():n}"[..20]);

        using var taken = await other.PostAsJsonAsync("/v1/shopify/installs", new { shop = shop.Name });
        Assert.Equal(HttpStatusCode.BadRequest, taken.StatusCode);
        foreach (var path in new[] { "", "/products" })
        {
            using var hidden = await other.GetAsync($"/v1/shopify/shops/{shop.Name}{path}");
            Assert.Equal(HttpStatusCode.NotFound, hidden.StatusCode);
        }

        using var filled = await other.PostAsync($"/v1/shopify/shops/{shop.Name}/backfill", null);
        Assert.Equal(HttpStatusCode.NotFound, filled.StatusCode);
        Assert.Equal(0, (await other.GetFromJsonAsync<JsonElement>("/v1/shopify/shops")).GetProperty("data").GetArrayLength());
    }

    [Theory]
    [InlineData("evil.example")]
    [InlineData("kettle.myshopify.com.evil.example")]
    [InlineData("kettle.myshopify.com/@evil.example")]
    public async Task What_is_no_shop_of_Shopifys_is_refused(string name)
    {
        using var refused = await host.Client.PostAsJsonAsync("/v1/shopify/installs", new { shop = name });
        Assert.Equal(HttpStatusCode.BadRequest, refused.StatusCode);
    }

    [Fact]
    public async Task A_shop_that_removes_the_app_is_asked_no_more_and_may_come_back()
    {
        var shop = await host.Shop();
        shop.Token = null;
        await host.Tell(shop, "app/uninstalled", new JsonObject { ["myshopify_domain"] = shop.Name });
        await host.Handled(shop);

        var row = await host.Rows(database => database.Shops.AsNoTracking().SingleAsync(one => one.Domain == shop.Name));
        Assert.Null(row.SealedToken);
        Assert.NotNull(row.UninstalledAt);
        using (var refused = await host.Deliver(shop.Name, "products/update", host.Admin.Product(shop, 1).Webhook()))
        {
            Assert.Equal(HttpStatusCode.NotFound, refused.StatusCode);
        }

        shop.Code = "code-2";
        using var back = await host.Install(shop);
        Assert.Equal(HttpStatusCode.OK, back.StatusCode);
    }

    [Fact]
    public async Task News_of_a_removal_that_is_old_or_of_another_shop_removes_nothing()
    {
        var shop = await host.Shop();
        await host.Tell(shop, "app/uninstalled", new JsonObject { ["myshopify_domain"] = shop.Name });
        await host.Handled(shop);
        Assert.NotNull((await host.Rows(database => database.Shops.AsNoTracking().SingleAsync(one => one.Domain == shop.Name))).SealedToken);

        shop.Token = null;
        await host.Tell(shop, "app/uninstalled", new JsonObject { ["myshopify_domain"] = "another.myshopify.com" });
        await host.Handled(shop);
        Assert.NotNull((await host.Rows(database => database.Shops.AsNoTracking().SingleAsync(one => one.Domain == shop.Name))).SealedToken);
    }

    private async Task<Uri> Begin(FakeShop shop)
    {
        using var begun = await host.Client.PostAsJsonAsync("/v1/shopify/installs", new { shop = shop.Name });
        return new Uri((await begun.Content.ReadFromJsonAsync<JsonElement>()).GetProperty("url").GetString()!);
    }
}
