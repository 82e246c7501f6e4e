using System.Globalization;
using System.Net;
using System.Text;
using System.Text.Json;
using System.Web;
using Microsoft.AspNetCore.Http;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Logging.Abstractions;
using SoraFunctions.Api.Tests.Hosting;
using SoraFunctions.Commerce.Signatures;
using SoraFunctions.Pipeline.Data;
using SoraFunctions.Pipeline.Json;
using SoraFunctions.Pipeline.Links;
using SoraFunctions.Pipeline.Orchestration;
using SoraFunctions.Pipeline.Outbound;
using SoraFunctions.Pipeline.Payments;
using SoraFunctions.Pipeline.Requests;
using SoraFunctions.Pipeline.Sales;
using SoraFunctions.Pipeline.Storage;
using SoraFunctions.Pipeline.Videos;
using SoraFunctions.Pipeline.Videos.Stages;
using CommerceKind = SoraFunctions.Commerce.Links.LinkKind;

namespace SoraFunctions.Api.Tests.Stripe;

public sealed class StripeTests : IAsyncLifetime
{
    private const string Secret = "whsec_abcdefgh12345678";
    private const string Account = $$"""{"key":"rk_test_abcdefgh12345678","webhook_secret":"{{Secret}}"}""";
    private ApiHost _host = null!;

    public async Task InitializeAsync()
    {
        _host = await ApiHost.Start(new ApiOptions { AllowLocalNetwork = true });
        await _host.Use((SoraDatabase database) =>
        {
            database.Videos.Add(new VideoRow
            {
                Id = "video_1", TenantId = "default", Model = "sora-2", CreatedAt = _host.Clock.GetUtcNow(), Size = "1280x720", MainChannel = "web", Seconds = 10, Request = "{}",
            });
            return database.SaveChangesAsync();
        });
    }

    public async Task DisposeAsync() => await _host.DisposeAsync();

    [Fact]
    public async Task Account_is_kept_and_its_secrets_are_never_shown()
    {
        using var none = await _host.Client.GetAsync("/v1/stripe");
        Assert.Equal("stripe_not_set", (await none.Error(HttpStatusCode.NotFound)).Text("code"));
        var set = await _host.Client.PostJson("/v1/stripe", Account);
        var shown = await _host.Client.GetJson("/v1/stripe");
        Assert.Equal(("5678", set.GetRawText()), (shown.Text("key_hint"), shown.GetRawText()));
        Assert.EndsWith("/webhooks/stripe/default", shown.Text("webhook_url"));
        Assert.DoesNotContain("whsec", shown.GetRawText());
        Assert.DoesNotContain("abcdefgh", await _host.Use(async (SoraDatabase database) => JsonSerializer.Serialize(await database.PaymentAccounts.SingleAsync())));
        using var bad = await _host.Client.SendJson("/v1/stripe", """{"key":"pk_live_abcdefgh12345678","webhook_secret":"whsec_abcdefgh"}""");
        Assert.Equal("key", (await bad.Error(HttpStatusCode.BadRequest)).Text("param"));
        using var gone = await _host.Client.DeleteAsync("/v1/stripe");
        Assert.Equal(HttpStatusCode.OK, gone.StatusCode);
        Assert.Equal(HttpStatusCode.Unauthorized, await Tell(Event("cs_1", 7999)));
    }

    [Fact]
    public async Task Sales_are_counted_once_in_whichever_order_they_are_told()
    {
        await _host.Client.PostJson("/v1/stripe", Account);
        var refund = $$"""{"id":"evt_r","object":"event","type":"charge.refunded","created":{{Now + 9}},"data":{"object":{"id":"ch_1","payment_intent":"pi_cs_1","amount_refunded":1000,"currency":"usd"} } }""";
        foreach (var told in new[] { refund, Event("cs_1", 7999), Event("cs_1", 7999), refund })
        {
            Assert.Equal(HttpStatusCode.OK, await Tell(told));
        }

        var row = Assert.Single((await _host.Client.GetJson("/v1/reports")).GetProperty("rows").EnumerateArray());
        Assert.Equal(("video_1", 1, 69.99m), (row.Text("key"), row.GetProperty("orders").GetInt32(), row.GetProperty("revenue").GetDecimal()));
    }

    [Fact]
    public async Task What_is_forged_stale_foreign_too_large_or_no_JSON_is_refused_and_leaves_nothing()
    {
        await _host.Client.PostJson("/v1/stripe", Account);
        var other = await _host.OtherTenant("other");
        await other.PostJson("/v1/stripe", """{"key":"sk_test_zzzzzzzz12345678","webhook_secret":"whsec_zzzzzzzz12345678"}""");
        var told = Event("cs_1", 7999);

        Assert.Equal(HttpStatusCode.Unauthorized, await Tell(told, secret: "whsec_wrong"));
        Assert.Equal(HttpStatusCode.Unauthorized, await Tell(told, ago: TimeSpan.FromMinutes(6)));
        Assert.Equal(HttpStatusCode.Unauthorized, await Tell(told, ago: TimeSpan.FromMinutes(-6)));
        Assert.Equal(HttpStatusCode.Unauthorized, await Tell(told, tenant: "other"));
        Assert.Equal(HttpStatusCode.Unauthorized, await Tell(told, tenant: "nobody"));
        Assert.Equal(HttpStatusCode.Unauthorized, await Tell(told, signed: Event("cs_1", 1)));
        Assert.Equal(HttpStatusCode.RequestEntityTooLarge, await Tell(new string(' ', (1 << 20) + 1)));
        Assert.Equal(HttpStatusCode.BadRequest, await Tell("{"));
        Assert.Equal(HttpStatusCode.OK, await Tell("[1]"));
        Assert.Equal(0, await _host.Use((SoraDatabase database) => database.SaleEvents.CountAsync()));
    }

    [Fact]
    public async Task An_event_of_one_account_credits_no_video_of_another_tenant()
    {
        var other = await _host.OtherTenant("other");
        await other.PostJson("/v1/stripe", Account);
        Assert.Equal(HttpStatusCode.OK, await Tell(Event("cs_1", 7999), tenant: "other"));
        Assert.Empty((await other.GetJson("/v1/reports")).GetProperty("rows").EnumerateArray());
        Assert.Empty((await _host.Client.GetJson("/v1/reports")).GetProperty("rows").EnumerateArray());
    }

    [Fact]
    public async Task Payment_link_is_made_once_and_switched_off_at_its_end()
    {
        await _host.Client.PostJson("/v1/stripe", Account);
        await using var stripe = await Receiver.Start(http => http.Response.WriteAsync("""{"id":"plink_1","object":"payment_link","active":true,"url":"https://buy.stripe.com/x"}"""));
        var request = new VideoRequest
        {
            Product = new ProductBrief { Title = "Kettle", Price = 79.99m, Currency = "USD" },
            Link = new LinkWish("https://shop.example", "spring") { ExpiresAt = _host.Clock.GetUtcNow().AddHours(1), Targets = [new LinkTarget("", CommerceKind.PaymentLink)] },
        };
        Assert.Equal("https://buy.stripe.com/x", await Links(stripe.Url, links => links.Make("default", "video_1", "web", request, default)));
        Assert.Equal("https://buy.stripe.com/x", await Links(stripe.Url, links => links.Make("default", "video_1", "web", request, default)));
        var (headers, body) = Assert.Single(stripe.Heard);
        var form = HttpUtility.ParseQueryString(body);
        Assert.Equal(("Bearer rk_test_abcdefgh12345678", StripeClient.Version), (headers.Authorization.ToString(), headers["Stripe-Version"].ToString()));
        Assert.Matches("^[0-9a-f]{64}$", headers["Idempotency-Key"].ToString());
        Assert.Equal(("7999", "video_1", "spring"), (form["line_items[0][price_data][unit_amount]"], form["payment_intent_data[metadata][video]"], form["metadata[campaign]"]));

        await Links(stripe.Url, async links => { await links.End(default); return 0; });
        Assert.Single(stripe.Heard);
        _host.Clock.Ahead = TimeSpan.FromHours(2);
        foreach (var _ in Enumerable.Range(0, 2))
        {
            await Links(stripe.Url, async links => { await links.End(default); return 0; });
        }

        Assert.Equal((2, "active=false"), (stripe.Heard.Count, stripe.Heard.Last().Body));
    }

    [Fact]
    public async Task A_deleted_videos_payment_link_is_switched_off_and_who_follows_its_links_comes_to_the_page()
    {
        await using var stripe = await Receiver.Start(http => http.Response.WriteAsync("""{"id":"plink_9","object":"payment_link","active":true,"url":"https://buy.stripe.com/x"}"""));
        await using var host = await ApiHost.Start(new ApiOptions { AllowLocalNetwork = true }, stripe: new StripeOptions(new Uri(stripe.Url)));
        await host.Client.PostJson("/v1/stripe", Account);
        var request = new VideoRequest
        {
            Product = new ProductBrief { Title = "Kettle", Price = 79.99m, Currency = "USD" },
            Link = new LinkWish("https://shop.example/kettle", "spring") { Targets = [new LinkTarget("", CommerceKind.PaymentLink)] },
        };
        await host.Use(async (SoraDatabase database, IBlobStore blobs) =>
        {
            var kept = await new TenantBlobs(blobs, "default").PutJson(request, PipelineJson.Default.VideoRequest, default);
            database.Videos.Add(new VideoRow
            {
                Id = "video_9", TenantId = "default", Model = "sora-2", Status = VideoStatus.Completed, CreatedAt = host.Clock.GetUtcNow(), Size = "1280x720", MainChannel = "web", Seconds = 10,
                Request = JsonSerializer.Serialize(kept, PipelineJson.Default.BlobRef),
            });
            database.CommerceLinks.Add(new CommerceLinkRow
            {
                Code = "0123456789", TenantId = "default", VideoId = "video_9", Channel = "web", Campaign = "spring", CreatedAt = host.Clock.GetUtcNow(),
                Destination = "https://buy.stripe.com/x?client_reference_id=video_9",
                Alternatives = """[{"countries":["DE"],"languages":[],"destination":"https://shop.example/de"},{"countries":["US"],"languages":[],"destination":"https://buy.stripe.com/x?utm_source=web"}]""",
            });
            return await database.SaveChangesAsync();
        });
        await host.Use(async (PaymentLinks links) => await links.Make("default", "video_9", "web", request, default));

        using var deleted = await host.Client.DeleteAsync("/v1/videos/video_9");

        Assert.Equal(HttpStatusCode.OK, deleted.StatusCode);
        Assert.Equal((2, "active=false"), (stripe.Heard.Count, stripe.Heard.Last().Body));
        Assert.Equal("https://shop.example/kettle?utm_source=web&utm_medium=video&utm_campaign=spring&utm_content=video_9", await Led(null));
        Assert.Equal("https://shop.example/kettle?utm_source=web&utm_medium=video&utm_campaign=spring&utm_content=video_9", await Led("US"));
        Assert.Equal("https://shop.example/de", await Led("DE"));

        async Task<string?> Led(string? country)
        {
            using var visitor = host.NewClient(null);
            using var ask = new HttpRequestMessage(HttpMethod.Get, "/l/0123456789");
            ask.Headers.Add("CF-IPCountry", country ?? "XX");
            using var answer = await visitor.SendAsync(ask);
            return answer.Headers.Location?.AbsoluteUri;
        }
    }

    [Theory]
    [InlineData(400, typeof(FinalException))]
    [InlineData(503, typeof(IOException))]
    public async Task What_Stripe_refuses_fails_the_video_and_what_it_cannot_do_now_is_tried_again(int status, Type fault)
    {
        await _host.Client.PostJson("/v1/stripe", Account);
        await using var stripe = await Receiver.Start(http =>
        {
            http.Response.StatusCode = status;
            return http.Response.WriteAsync("""{"error":{"message":"No such price."} }""");
        });
        var request = new VideoRequest { Product = new ProductBrief { Title = "Kettle", Price = 1, Currency = "USD" }, Link = new LinkWish("https://shop.example") };
        await Assert.ThrowsAsync(fault, () => Links(stripe.Url, links => links.Make("default", "video_1", "web", request, default)));
        Assert.Equal(0, await _host.Use((SoraDatabase database) => database.PaymentLinks.CountAsync()));
    }

    [Fact]
    public async Task Sale_whose_webhook_never_came_is_found_in_the_list_of_sessions_and_counts_once()
    {
        await _host.Client.PostJson("/v1/stripe", Account);
        await Tell(Event("cs_1", 7999));
        await using var stripe = await Receiver.Start(http => http.Response.WriteAsync(http.Request.Query.ContainsKey("starting_after")
            ? $$"""{"object":"list","data":[{{Session("cs_2", 500)}}],"has_more":false}"""
            : $$"""{"object":"list","data":[{{Session("cs_1", 7999)}}],"has_more":true}"""));
        foreach (var _ in Enumerable.Range(0, 2))
        {
            await Reconcile(stripe.Url);
        }

        Assert.Equal(84.99m, (await _host.Client.GetJson("/v1/reports")).GetProperty("rows")[0].GetProperty("revenue").GetDecimal());
    }

    [Fact]
    public async Task A_list_of_sessions_that_is_too_long_for_one_turn_is_read_on_at_the_next()
    {
        await _host.Client.PostJson("/v1/stripe", Account);
        var asked = new List<int>();
        await using var stripe = await Receiver.Start(http =>
        {
            var page = http.Request.Query["starting_after"].ToString() is { Length: > 3 } last ? int.Parse(last[3..], CultureInfo.InvariantCulture) + 1 : 0;
            asked.Add(page);
            return http.Response.WriteAsync($$"""{"object":"list","data":[{{Session($"cs_{page}", 100)}}],"has_more":{{(page < 119 ? "true" : "false")}}}""");
        });
        for (var turn = 0; turn < 4; turn++)
        {
            await Reconcile(stripe.Url);
        }

        Assert.Equal([.. Enumerable.Range(0, 120), .. Enumerable.Range(0, 50)], asked);
        Assert.Equal(120m, (await _host.Client.GetJson("/v1/reports")).GetProperty("rows")[0].GetProperty("revenue").GetDecimal());
    }

    [Fact]
    public async Task Another_key_begins_the_reading_of_sessions_anew()
    {
        await _host.Client.PostJson("/v1/stripe", Account);
        var asked = new List<string>();
        await using var stripe = await Receiver.Start(http =>
        {
            asked.Add(http.Request.Query["starting_after"].ToString());
            return http.Response.WriteAsync($$"""{"object":"list","data":[{{Session($"cs_{asked.Count}", 100)}}],"has_more":true}""");
        });
        await Reconcile(stripe.Url);
        await _host.Client.PostJson("/v1/stripe", Account);
        var before = asked.Count;
        await Reconcile(stripe.Url);
        Assert.Equal(("cs_49", ""), (asked[before - 1], asked[before]));
    }

    [Fact]
    public async Task Where_reading_on_is_refused_the_next_turn_begins_anew()
    {
        await _host.Client.PostJson("/v1/stripe", Account);
        var (asked, refused) = (new List<string>(), false);
        await using var stripe = await Receiver.Start(http =>
        {
            asked.Add(http.Request.Query["starting_after"].ToString());
            http.Response.StatusCode = refused ? 400 : 200;
            return http.Response.WriteAsync(refused ? """{"error":{"message":"No such checkout session."} }""" : $$"""{"object":"list","data":[{{Session($"cs_{asked.Count}", 100)}}],"has_more":true}""");
        });
        await Reconcile(stripe.Url);
        refused = true;
        await Reconcile(stripe.Url);
        refused = false;
        var before = asked.Count;
        await Reconcile(stripe.Url);
        Assert.Equal(("cs_50", ""), (asked[before - 1], asked[before]));
    }

    private async Task Reconcile(string url) => await _host.Use(async (SoraDatabase database, PaymentAccounts accounts) =>
    {
        var client = Client(url);
        await new PaymentReconciliation(
            database, accounts, new PaymentLinks(database, accounts, client, _host.Clock), client, new SaleRecorder(database, _host.Clock), _host.Clock,
            NullLogger<PaymentReconciliation>.Instance).Run(default);
        return 0;
    });

    [Fact]
    public async Task Links_of_all_channels_are_made_together_though_a_payment_link_failed_before_and_only_where_one_is_wanted()
    {
        await _host.Client.PostJson("/v1/stripe", Account);
        var made = 0;
        await using var stripe = await Receiver.Start(http =>
        {
            http.Response.StatusCode = ++made == 3 ? 400 : 200;
            return http.Response.WriteAsync(http.Response.StatusCode == 200 ? $$"""{"id":"plink_{{made}}","url":"https://buy.stripe.com/{{made}}"}""" : """{"error":{"message":"No."} }""");
        });
        var request = new VideoRequest
        {
            Channels = ["web", "tiktok-ad", "instagram-reels", "square"],
            Product = new ProductBrief { Title = "Kettle", Price = 79, Currency = "USD" },
            Link = new LinkWish("https://shop.example/") { Targets = [new LinkTarget("", CommerceKind.PaymentLink) { Channels = ["web", "tiktok-ad", "instagram-reels"] }] },
        };
        var order = new LinkOrder(await new TenantBlobs(_host.Blobs, "default").PutJson(request, PipelineJson.Default.VideoRequest, default));
        Task Prepare() => _host.Use((SoraDatabase database, PaymentAccounts accounts) => new PrepareLink(
            database, _host.Blobs, new PublicAddress("https://sora.example"), new PaymentLinks(database, accounts, Client(stripe.Url), _host.Clock), _host.Clock)
            .Run(new Step<LinkOrder>("default", "video_1", order), default));
        Task<List<string>> Destinations() => _host.Use((SoraDatabase database) => database.CommerceLinks.OrderBy(row => row.Channel).Select(row => row.Destination).ToListAsync());

        await Assert.ThrowsAsync<FinalException>(Prepare);
        Assert.Empty(await Destinations());
        await Prepare();
        await Prepare();

        Assert.Collection(
            await Destinations(),
            reels => Assert.StartsWith("https://buy.stripe.com/4", reels),
            square => Assert.StartsWith("https://shop.example/", square),
            tiktok => Assert.StartsWith("https://buy.stripe.com/2", tiktok),
            web => Assert.StartsWith("https://buy.stripe.com/1", web));
        Assert.Equal(4, made);
    }

    [Fact]
    public async Task Payment_link_needs_an_account_and_a_price()
    {
        const string Targets = """ "link":{"url":"https://shop.example","targets":[{"payment":true}]} """;
        using var unset = await _host.Client.SendJson("/v1/ads", $$"""{"product":{"title":"Kettle","price":{"amount":"79.00","currency":"USD"} },{{Targets}} }""");
        Assert.Equal("stripe_not_set", (await unset.Error(HttpStatusCode.BadRequest)).Text("code"));
        await _host.Client.PostJson("/v1/stripe", Account);
        using var free = await _host.Client.SendJson("/v1/ads", $$"""{"product":{"title":"Kettle"},{{Targets}} }""");
        Assert.Equal("product.price", (await free.Error(HttpStatusCode.BadRequest)).Text("param"));
        await _host.Client.PostJson("/v1/ads", $$"""{"product":{"title":"Kettle","price":{"amount":"79.00","currency":"USD"} },{{Targets}} }""");
    }

    private long Now => _host.Clock.GetUtcNow().ToUnixTimeSeconds();

    private static StripeClient Client(string url) => new(new OutboundHttp(new OutboundOptions { AllowLocalNetwork = true }), new StripeOptions(new Uri(url)));

    private Task<T> Links<T>(string url, Func<PaymentLinks, Task<T>> use) => _host.Use((SoraDatabase database, PaymentAccounts accounts) =>
        use(new PaymentLinks(database, accounts, Client(url), _host.Clock)));

    private string Session(string id, long units) => $$"""
        {"id":"{{id}}","object":"checkout.session","created":{{Now}},"status":"complete","payment_status":"paid","amount_total":{{units}},"currency":"usd","payment_intent":"pi_{{id}}","metadata":{"video":"video_1","channel":"web"} }
        """;

    private string Event(string session, long units) =>
        $$"""{"id":"evt_{{session}}","object":"event","type":"checkout.session.completed","created":{{Now}},"data":{"object":{{Session(session, units)}} } }""";

    private async Task<HttpStatusCode> Tell(string body, string tenant = "default", string secret = Secret, TimeSpan ago = default, string? signed = null)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, $"/webhooks/stripe/{tenant}") { Content = new StringContent(body, Encoding.UTF8, "application/json") };
        request.Headers.TryAddWithoutValidation("Stripe-Signature", TimedSignature.Of(Encoding.UTF8.GetBytes(signed ?? body), _host.Clock.GetUtcNow() - ago, secret));
        using var answer = await _host.NewClient(null).SendAsync(request);
        return answer.StatusCode;
    }
}
