using System.Net;
using System.Text.Json.Nodes;
using Microsoft.EntityFrameworkCore;
using SoraFunctions.Pipeline.Data;
using SoraFunctions.Pipeline.Orchestration;
using SoraFunctions.Pipeline.Shops;
using SoraFunctions.Pipeline.Shops.Results;
using SoraFunctions.Shops.Tests.Doubles;

namespace SoraFunctions.Shops.Tests;

[Collection(ShopCollection.Name)]
public sealed class ResultsTests(ShopHost host)
{
    private static DateOnly Today => DateOnly.FromDateTime(DateTime.UtcNow);

    [Fact]
    public async Task A_shop_that_wants_it_is_told_once_what_came_of_a_day()
    {
        var shop = await host.Shop(results: true);
        var link = await Sold(shop);

        await Tell(shop);
        await Forget(shop);
        await Tell(shop);

        var activity = Assert.Single(shop.Activities).Value;
        Assert.Equal(("ACTIVE", "AD", $"https://sora.example/player/{link.Code}"), (Word(activity, "status"), Word(activity, "tactic"), Word(activity, "remoteUrl")));
        Assert.Contains($"utm_campaign={Word(activity["utm"]!, "campaign")}", link.Destination, StringComparison.Ordinal);
        var (told, results) = Assert.Single(shop.Engagements);
        Assert.Equal(shop.Activities.Keys.Single(), told);
        Assert.Equal(
            ($"{Today:yyyy-MM-dd}", "+00:00", 1, "1", "79.00", "USD"),
            (Word(results, "occurredOn"), Word(results, "utcOffset"), results["uniqueClicksCount"]!.GetValue<int>(), Word(results, "orders"), Word(results["sales"]!, "amount"), Word(results["sales"]!, "currencyCode")));
    }

    [Fact]
    public async Task A_shop_that_did_not_allow_it_is_told_nothing()
    {
        var shop = await host.Shop();
        await Sold(shop);
        await Tell(shop);
        Assert.Equal((0, 0), (shop.Count("TellActivity"), shop.Count("TellResults")));
        Assert.Empty(shop.Activities);
    }

    [Fact]
    public async Task An_answer_that_is_lost_does_not_make_a_day_count_twice()
    {
        var shop = await host.Shop(results: true);
        await Sold(shop);
        shop.Instead["TellResults"] = new([_ => (502, null)]);

        await Assert.ThrowsAsync<IOException>(() => Tell(shop));
        await Tell(shop);

        Assert.Single(shop.Engagements);
        Assert.Null((await host.Rows(database => database.ShopResults.AsNoTracking().SingleAsync(row => row.Shop == shop.Name))).ToldAt);
    }

    [Fact]
    public async Task What_a_shop_refuses_is_told_again_another_day()
    {
        var shop = await host.Shop(results: true);
        await Sold(shop);
        var refused = new JsonObject
        {
            ["data"] = new JsonObject { ["marketingEngagementCreate"] = new JsonObject { ["userErrors"] = new JsonArray(new JsonObject { ["code"] = "INVALID", ["message"] = "No." }) } },
        };
        shop.Instead["TellResults"] = new([_ => (200, refused)]);

        await Assert.ThrowsAsync<FinalException>(() => Tell(shop));
        Assert.Empty(shop.Engagements);
        await Tell(shop);

        Assert.Single(shop.Engagements);
    }

    [Fact]
    public async Task Each_day_shops_are_told_and_asked_about_themselves_anew()
    {
        var shop = await host.Shop(results: true);
        await Sold(shop);
        await host.Rows(database => database.Shops.Where(row => row.Domain == shop.Name)
            .ExecuteUpdateAsync(row => row.SetProperty(one => one.InstalledAt, DateTimeOffset.UtcNow.AddDays(-5)).SetProperty(one => one.Locales, "fr")));
        shop.Subscriptions.Remove("PRODUCTS_UPDATE", out _);

        await host.Use<ShopReconciliation, bool>(async timer =>
        {
            await timer.Run(default);
            await timer.Run(default);
            return true;
        });

        await host.Until(() => host.Rows(database => database.Shops.AnyAsync(row => row.Domain == shop.Name && row.Locales == "en de" && row.ResultsTo == $"{Today.AddDays(-2):yyyy-MM-dd}")));
        await host.Until(() => Task.FromResult(shop.Subscriptions.ContainsKey("PRODUCTS_UPDATE")));
        Assert.Empty(shop.Engagements);
    }

    [Fact]
    public async Task An_installation_without_the_scope_that_results_need_is_refused()
    {
        var shop = host.NewShop();
        using var answer = await host.Install(shop, results: true);
        Assert.Equal(HttpStatusCode.BadRequest, answer.StatusCode);
        Assert.Contains("write_marketing_events", await answer.Content.ReadAsStringAsync(), StringComparison.Ordinal);
    }

    private async Task<CommerceLinkRow> Sold(FakeShop shop)
    {
        await host.Tell(shop, "products/create", host.Admin.Product(shop, 41).Webhook());
        var video = (await host.Published(shop, 41)).VideoId;
        var link = await host.Rows(database => database.CommerceLinks.AsNoTracking().SingleAsync(row => row.VideoId == video));
        using var visitor = new HttpClient(new HttpClientHandler { AllowAutoRedirect = false }) { BaseAddress = host.Client.BaseAddress };
        visitor.DefaultRequestHeaders.UserAgent.ParseAdd("Mozilla/5.0 (X11; Linux x86_64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/140.0.0.0 Safari/537.36");
        (await visitor.GetAsync($"/l/{link.Code}")).Dispose();
        await host.Counted(link.Code);
        await host.Tell(shop, "orders/paid", new JsonObject
        {
            ["id"] = 9, ["financial_status"] = "paid", ["total_price"] = "79.00", ["currency"] = "USD",
            ["created_at"] = DateTimeOffset.UtcNow.ToString("O"), ["processed_at"] = DateTimeOffset.UtcNow.ToString("O"),
            ["landing_site"] = link.Destination[link.Destination.IndexOf("/products/", StringComparison.Ordinal)..],
        });
        await host.Handled(shop);
        return link;
    }

    private Task<Nothing> Tell(FakeShop shop) => host.Use<TellResults, Nothing>(activity => activity.Run(new ResultsOrder(shop.Name, Today), default));

    private Task<int> Forget(FakeShop shop) => host.Rows(database =>
        database.Shops.Where(row => row.Domain == shop.Name).ExecuteUpdateAsync(row => row.SetProperty(one => one.ResultsTo, (string?)null)));

    private static string Word(JsonNode node, string name) => node[name]!.GetValue<string>();
}
