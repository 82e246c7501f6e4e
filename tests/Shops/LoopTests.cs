using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using System.Text.Json.Nodes;
using Microsoft.EntityFrameworkCore;
using SoraFunctions.Commerce.Attribution;
using SoraFunctions.Pipeline.Data;
using SoraFunctions.Shops.Tests.Doubles;

namespace SoraFunctions.Shops.Tests;

[Collection(ShopCollection.Name)]
public sealed class LoopTests(ShopHost host)
{
    [Fact]
    public async Task A_new_product_gets_its_video_on_its_page_and_a_sale_through_it_is_in_the_report()
    {
        var shop = await host.Shop();
        var product = host.Admin.Product(shop, 41);
        product.Media.Add(new FakeMedia(1, "IMAGE", null));
        product.Media.Add(new FakeMedia(2, "IMAGE", null));

        await host.Tell(shop, "products/create", product.Webhook());
        var row = await host.Published(shop, 41);

        var video = Assert.Single(shop.Videos(41));
        Assert.Equal(1, product.Media.IndexOf(video));
        Assert.Equal($"sora-{row.VideoId![6..]}.mp4", video.FileName);
        Assert.StartsWith("Gooseneck Kettle. Pours slowly & evenly.", video.Alt, StringComparison.Ordinal);
        var made = await host.Rows(database => database.Videos.AsNoTracking().SingleAsync(one => one.Id == row.VideoId));
        Assert.Equal((VideoStatus.Completed, "shopify-product", "default"), (made.Status, made.MainChannel, made.TenantId));
        var link = await host.Rows(database => database.CommerceLinks.AsNoTracking().SingleAsync(one => one.VideoId == made.Id));
        Assert.StartsWith("https://kettle.example/products/kettle-41?", link.Destination, StringComparison.Ordinal);

        await Click(link.Code);

        await host.Tell(shop, "orders/create", Order(9, "pending", link.Destination));
        await host.Tell(shop, "orders/paid", Order(9, "paid", link.Destination));
        await host.Tell(shop, "orders/paid", Order(9, "paid", link.Destination));
        await host.Tell(shop, "refunds/create", new JsonObject
        {
            ["id"] = 77, ["order_id"] = 9, ["transactions"] = new JsonArray(new JsonObject { ["amount"] = "9.00", ["currency"] = "USD", ["kind"] = "refund", ["status"] = "success" }),
        });
        await host.Handled(shop);

        var sales = await host.Rows(database => database.SaleEvents.AsNoTracking().Where(one => one.Order == $"shopify:{shop.Name.Split('.')[0]}/9").OrderBy(one => one.Kind).ToListAsync());
        Assert.Equal([(SaleEventKind.Placed, 7900L), (SaleEventKind.Paid, 7900L), (SaleEventKind.Refunded, 900L)], sales.Select(one => (one.Kind, one.MinorUnits)));
        Assert.Contains(made.Id, sales[1].Evidence, StringComparison.Ordinal);
        Assert.All(await host.Rows(database => database.ShopDeliveries.Where(one => one.Shop == shop.Name).ToListAsync()), one => Assert.Null(one.Body));
        var report = await host.Client.GetFromJsonAsync<JsonElement>("/v1/reports?by=video&currency=USD");
        var told = report.GetProperty("rows").EnumerateArray().Single(one => one.GetProperty("key").GetString() == made.Id);
        Assert.Equal((1, 1, 70m), (told.GetProperty("clicks").GetInt32(), told.GetProperty("orders").GetInt32(), told.GetProperty("revenue").GetDecimal()));
    }

    private async Task Click(string code)
    {
        using var visitor = new HttpClient(new HttpClientHandler { AllowAutoRedirect = false }) { BaseAddress = host.Client.BaseAddress };
        visitor.DefaultRequestHeaders.UserAgent.ParseAdd("Mozilla/5.0 (X11; Linux x86_64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/140.0.0.0 Safari/537.36");
        using var answer = await visitor.GetAsync($"/l/{code}");
        Assert.True(answer.StatusCode is HttpStatusCode.Found or HttpStatusCode.SeeOther, answer.StatusCode.ToString());
        await host.Counted(code);
    }

    [Fact]
    public async Task The_captions_are_in_the_other_languages_of_the_shop_where_it_has_translated_the_product()
    {
        var shop = await host.Shop();
        shop.Translations[(43, "de")] = ("Schwanenhalskessel", "<p>Gießt langsam &amp; gleichmäßig.</p><ul><li>Fasst 0,9 l</li></ul>");
        host.Worker.Captions = cut => "WEBVTT\n" + string.Concat(cut.Order.Storyboard.Shots.Where(shot => shot.Caption is not null)
            .Select((shot, i) => $"\n00:00:0{i}.000 --> 00:00:0{i}.900\n{shot.Caption!.Text.Replace("&", "&amp;", StringComparison.Ordinal)}\n"));

        await host.Tell(shop, "products/create", host.Admin.Product(shop, 43).Webhook());
        var video = (await host.Published(shop, 43)).VideoId;
        host.Worker.Captions = _ => null;

        var code = await host.Rows(database => database.CommerceLinks.Where(row => row.VideoId == video).Select(row => row.Code).SingleAsync());
        var facts = await host.Client.GetFromJsonAsync<JsonElement>($"/player/{code}/facts");
        var track = Assert.Single(facts.GetProperty("translations").EnumerateArray());
        Assert.Equal("de", track.GetProperty("language").GetString());
        var told = await host.Client.GetStringAsync(new Uri(track.GetProperty("src").GetString()!).AbsolutePath);
        Assert.Contains("Schwanenhalskessel", told, StringComparison.Ordinal);
        Assert.Contains("Gießt langsam &amp; gleichmäßig", told, StringComparison.Ordinal);
        Assert.DoesNotContain("Kettle", told, StringComparison.Ordinal);
        Assert.Equal(told, await host.Client.GetStringAsync($"/v1/videos/{video}/content?variant=captions.de"));
    }

    [Fact]
    public async Task A_burst_of_changes_makes_one_video_of_the_last_of_them()
    {
        var shop = await host.Shop();
        var product = host.Admin.Product(shop, 41);
        for (var price = 0; price < 50; price++)
        {
            product.Price = $"{50 + price}.00";
            product.UpdatedAt = DateTimeOffset.UtcNow;
            await host.Tell(shop, "products/update", product.Webhook());
        }

        var row = await host.Published(shop, 41);
        await host.Handled(shop);

        Assert.Single(await Videos(shop));
        Assert.Single(shop.Videos(41));
        Assert.Null((await host.Row(shop, 41))!.WaitsSince);
        Assert.Equal(1, row.Round);
    }

    [Fact]
    public async Task What_a_video_does_not_show_makes_no_other_one_and_our_own_publishing_does_not_echo()
    {
        var shop = await host.Shop();
        var product = host.Admin.Product(shop, 41);
        await host.Tell(shop, "products/create", product.Webhook());
        await host.Published(shop, 41);

        product.Stock--;
        product.UpdatedAt = DateTimeOffset.UtcNow;
        await host.Tell(shop, "products/update", product.Webhook());
        await host.Handled(shop);

        Assert.Null((await host.Row(shop, 41))!.WaitsSince);
        Assert.Single(await Videos(shop));
    }

    [Fact]
    public async Task A_newer_video_takes_the_place_of_our_own_older_one_and_of_nobody_elses()
    {
        var shop = await host.Shop();
        var product = host.Admin.Product(shop, 41);
        product.Media.Add(new FakeMedia(1, "IMAGE", null));
        product.Media.Add(new FakeMedia(2, "VIDEO", "sora-of-the-merchant.mp4"));
        await host.Tell(shop, "products/create", product.Webhook());
        var first = (await host.Published(shop, 41)).VideoId;

        product.Price = "59.00";
        product.UpdatedAt = DateTimeOffset.UtcNow;
        await host.Tell(shop, "products/update", product.Webhook());
        await host.Until(async () => (await host.Published(shop, 41)).VideoId != first);
        var second = (await host.Published(shop, 41)).VideoId!;

        Assert.Equal(["sora-of-the-merchant.mp4", $"sora-{second[6..]}.mp4"], shop.Videos(41).Select(one => one.FileName).Order().Reverse());
        Assert.NotNull((await host.Rows(database => database.ShopPublications.AsNoTracking().SingleAsync(one => one.VideoId == first))).ReplacedAt);
    }

    [Fact]
    public async Task What_is_said_of_a_video_follows_the_product_even_where_no_newer_one_can_be_made()
    {
        var shop = await host.Shop();
        var product = host.Admin.Product(shop, 41);
        await host.Tell(shop, "products/create", product.Webhook());
        var first = (await host.Published(shop, 41)).VideoId;

        product.Title = "Swan Kettle";
        product.UpdatedAt = DateTimeOffset.UtcNow;
        shop.Instead["AddVideo"] = new([_ => (200, new JsonObject { ["data"] = new JsonObject { ["productUpdate"] = new JsonObject { ["userErrors"] = new JsonArray(new JsonObject { ["message"] = "No." }) } } })]);
        await host.Tell(shop, "products/update", product.Webhook());
        await host.Until(async () => (await host.Published(shop, 41)).VideoId != first);

        Assert.StartsWith("Swan Kettle. Pours slowly", Assert.Single(shop.Videos(41)).Alt, StringComparison.Ordinal);
        Assert.Equal(1, shop.Count("DescribeVideo"));
    }

    [Theory]
    [InlineData("products/delete")]
    [InlineData("products/update")]
    public async Task A_product_that_is_deleted_or_archived_gets_no_video_any_more(string topic)
    {
        var shop = await host.Shop();
        var product = host.Admin.Product(shop, 41);
        await host.Tell(shop, "products/update", product.Webhook());
        await host.Handled(shop);
        product.Status = "archived";
        product.UpdatedAt = DateTimeOffset.UtcNow;
        await host.Tell(shop, topic, topic == "products/delete" ? new JsonObject { ["id"] = 41 } : product.Webhook());
        await host.Handled(shop);
        await Task.Delay(700);
        Assert.Empty(shop.Videos(41));
        Assert.Equal(0, shop.Count("AddVideo"));
    }

    [Fact]
    public async Task An_answer_that_is_lost_makes_no_second_video_on_the_page()
    {
        var shop = await host.Shop();
        var product = host.Admin.Product(shop, 41);
        shop.Instead["AddVideo"] = new([_ => (502, null)]);
        shop.Instead["FindVideos"] = new([_ => (503, null)]);

        await host.Tell(shop, "products/create", product.Webhook());
        await host.Published(shop, 41);

        Assert.NotNull((await host.Rows(database => database.ShopPublications.AsNoTracking().SingleAsync(one => one.Shop == shop.Name))).PublishedAt);
        Assert.InRange(shop.Videos(41).Count, 1, 1);
    }

    private Task<List<VideoRow>> Videos(FakeShop shop) => host.Rows(database => database.Videos.AsNoTracking().Where(row => row.Metadata.Contains($"\"{shop.Name}\"")).ToListAsync());

    private static JsonObject Order(long id, string status, string landing) => new()
    {
        ["id"] = id, ["financial_status"] = status, ["total_price"] = "79.00", ["currency"] = "USD", ["created_at"] = "2026-11-23T10:00:00Z", ["processed_at"] = "2026-11-23T10:00:05Z",
        ["landing_site"] = landing[landing.IndexOf("/products/", StringComparison.Ordinal)..], ["email"] = "ann@example.com", ["customer"] = new JsonObject { ["id"] = 5 },
    };
}
