using System.Net;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Web;
using Microsoft.AspNetCore.Http;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using SoraFunctions.Api.Tests.Hosting;
using SoraFunctions.Commerce;
using SoraFunctions.Commerce.Prices;
using SoraFunctions.Commerce.Signatures;
using SoraFunctions.Pipeline.Agents;
using SoraFunctions.Pipeline.Data;
using SoraFunctions.Pipeline.Outbound;
using SoraFunctions.Pipeline.Payments;
using SoraFunctions.Pipeline.Remotes.Servers;

namespace SoraFunctions.Api.Tests.Agents;

public partial class AgentTests : IAsyncLifetime
{
    private const string Secret = "a secret of sixteen+";
    private const string Seller = $$"""
        {"name":"Kettles","currency":"USD","order_url":"https://shop.example/orders/{order}","terms_url":"https://shop.example/terms","merchant_id":"acct_1234","acquirer":{"bin":"123456","country":"US","merchant_id":"m-1","merchant_name":"Kettles"},
        "discounts":[{"code":"TEN","title":"Ten off","percent_off":10},{"code":"five","title":"Five off","amount_off":"5.00","minimum":"100.00"},{"code":"OLD","title":"Past","percent_off":50,"ends_at":1700000000}],
        "shipping":[{"id":"std","title":"Standard","amount":"4.90"},{"id":"fast","title":"Tomorrow","amount":"9.90"}]}
        """;

    private const string Buyer = """ "buyer":{"email":"ann@example.com"},"fulfillment_details":{"address":{"name":"Ann","line_one":"1 Road","city":"Springfield","state":"CA","country":"US","postal_code":"94131"} } """;
    private Receiver _stripe = null!;
    private ApiHost _host = null!;
    private string _token = "";
    private string _item = "";
    private int _answer = 200;
    private string _payment = """{"id":"pi_1","status":"succeeded"}""";
    private string _list = """{"data":[],"has_more":false}""";

    public async Task InitializeAsync()
    {
        _stripe = await Receiver.Start(http =>
        {
            http.Response.StatusCode = _answer;
            return http.Response.WriteAsync(_answer == 200 ? http.Request.Method == "GET" ? _list : http.Request.Path.Value!.EndsWith("/confirm", StringComparison.Ordinal) ? """{"id":"pi_1","status":"succeeded"}""" : _payment : """{"error":{"message":"Your card was declined."} }""");
        });
        _host = await Start(new ApiOptions { PublicUrl = new Uri("https://video.example"), AllowLocalNetwork = true }, new StripeOptions(new Uri(_stripe.Url)));
        await _host.Use((SoraDatabase database) =>
        {
            var now = _host.Clock.GetUtcNow();
            database.Videos.Add(new VideoRow
            {
                Id = "video_1", TenantId = "default", Model = "sora-2", CreatedAt = now, Size = "1280x720", MainChannel = "web", Seconds = 10, Request = "{}", LinkCode = "0123456789",
            });
            database.CommerceLinks.Add(new CommerceLinkRow { Code = "0123456789", TenantId = "default", VideoId = "video_1", Channel = "web", Destination = "https://shop.example/", CreatedAt = now });
            return database.SaveChangesAsync();
        });
        using var jsonLd = JsonDocument.Parse("{}");
        await _host.Complete("video_1", ("commerce.json", "application/json", JsonSerializer.SerializeToUtf8Bytes(
            new CommerceDocument
            {
                JsonLd = jsonLd.RootElement, Product = "Kettle", Price = new Money(79, "USD"), Video = new CommerceVideo("Kettle", "Boils.", "en", 1280, 720, 10, null),
            },
            CommerceJson.Default.CommerceDocument)));
        await _host.Client.PostJson("/v1/stripe", """{"key":"rk_test_abcdefgh12345678","webhook_secret":"whsec_abcdefgh12345678"}""");
        _token = (await _host.Client.PostJson("/v1/agents", Seller)).Text("token")!;
        _item = (await Ask(HttpMethod.Get, "/acp/products")).Body.GetProperty("products")[0].Text("id")!;
    }

    protected virtual Task<ApiHost> Start(ApiOptions options, StripeOptions stripe) => ApiHost.Start(options, stripe: stripe);

    public async Task DisposeAsync()
    {
        await _host.DisposeAsync();
        await _stripe.DisposeAsync();
    }

    [Fact]
    public async Task Feed_has_products_with_videos_as_media()
    {
        var (_, feed) = await Ask(HttpMethod.Get, "/acp/products");
        var product = feed.GetProperty("products")[0];
        Assert.Equal(["image", "video"], product.GetProperty("media").EnumerateArray().Select(media => media.Text("type")));
        Assert.Equal("https://video.example/media/0123456789/video.mp4", product.GetProperty("media")[1].Text("url"));
        var variant = product.GetProperty("variants")[0];
        Assert.Equal((7900, "USD"), (variant.GetProperty("price").GetProperty("amount").GetInt32(), variant.GetProperty("price").Text("currency")));
        Assert.Equal("Kettles", variant.GetProperty("seller").Text("name"));
    }

    [Fact]
    public async Task A_product_whose_link_has_expired_is_offered_no_more()
    {
        var ended = _host.Clock.GetUtcNow().AddMinutes(-1);
        await _host.Use((SoraDatabase database) => database.CommerceLinks.ExecuteUpdateAsync(link => link.SetProperty(one => one.ExpiresAt, ended)));
        Assert.Equal(0, (await Ask(HttpMethod.Get, "/acp/products")).Body.GetProperty("products").GetArrayLength());
        Assert.Equal((HttpStatusCode.BadRequest, "invalid_item"), await Fault("/acp/checkout_sessions", Create(1)));
    }

    [Fact]
    public async Task What_was_taken_is_what_counts_where_the_seller_has_changed_his_terms_since()
    {
        var id = await Ready();
        _answer = 503;
        await Fault($"/acp/checkout_sessions/{id}/complete", Payment());
        _answer = 200;
        await _host.Client.PostJson("/v1/agents", Seller.Replace("\"4.90\"", "\"40.00\"", StringComparison.Ordinal));
        _list = $$$"""{"data":[{"id":"pi_7","status":"succeeded","amount_received":8390,"currency":"usd","metadata":{"checkout":"{{{id}}}"}}],"has_more":false}""";
        _host.Clock.Ahead = TimeSpan.FromMinutes(11);

        await _host.Use(async (OpenPayments open) => { await open.Run(default); return 0; });

        Assert.Equal(8390, (await _host.Use((SoraDatabase database) => database.SaleEvents.SingleAsync())).MinorUnits);
    }

    [Fact]
    public async Task A_checkout_is_begun_filled_paid_and_counted_for_the_video_that_led_to_it()
    {
        var (begun, session) = await Ask(HttpMethod.Post, "/acp/checkout_sessions", Create(2, more: """ ,"affiliate_attribution":{"provider":"sora","publisher_id":"p","creative_id":"video_1","sub_id":"tiktok"} """));
        Assert.Equal((HttpStatusCode.Created, "not_ready_for_payment", "usd"), (begun.StatusCode, session.Text("status"), session.Text("currency")));
        Assert.Equal(["$.buyer", "$.fulfillment_details.address"], session.GetProperty("messages").EnumerateArray().Select(message => message.Text("param")));
        Assert.DoesNotContain("video_1", session.GetRawText());
        AssertKeys(session);

        var path = $"/acp/checkout_sessions/{session.Text("id")}";
        var (_, ready) = await Ask(HttpMethod.Post, path, $$"""{ {{Buyer}},"selected_fulfillment_options":[{"type":"shipping","option_id":"fast","item_ids":["{{_item}}"]}]}""");
        Assert.Equal(("ready_for_payment", 16790), (ready.Text("status"), Total(ready)));
        var (paid, done) = await Ask(HttpMethod.Post, $"{path}/complete", Payment());
        Assert.Equal((HttpStatusCode.OK, "completed"), (paid.StatusCode, done.Text("status")));
        Assert.Equal($"https://shop.example/orders/{done.GetProperty("order").Text("id")}", done.GetProperty("order").Text("permalink_url"));
        AssertKeys(done);

        var (headers, body) = Assert.Single(_stripe.Heard);
        var form = HttpUtility.ParseQueryString(body);
        Assert.Equal(("16790", "usd", "spt_1", "2026-04-22.preview"), (form["amount"], form["currency"], form["payment_method_data[shared_payment_granted_token]"], headers["Stripe-Version"].ToString()));
        var row = (await _host.Client.GetJson("/v1/reports?by=channel")).GetProperty("rows").EnumerateArray().Single(one => one.GetProperty("orders").GetInt32() > 0);
        Assert.Equal(("tiktok-ad", 167.90m), (row.Text("key"), row.GetProperty("revenue").GetDecimal()));
        Assert.Equal("completed", (await Ask(HttpMethod.Get, path)).Body.Text("status"));
        var order = Assert.Single((await _host.Client.GetJson("/v1/agents/orders")).GetProperty("data").EnumerateArray());
        Assert.Equal(("ann@example.com", "Springfield", 2), (
            order.GetProperty("buyer").Text("email"), order.GetProperty("fulfillment_details").GetProperty("address").Text("city"), order.GetProperty("line_items")[0].GetProperty("quantity").GetInt32()));
        Assert.Equal(HttpStatusCode.MethodNotAllowed, (await Ask(HttpMethod.Post, $"{path}/cancel", "{}")).Answer.StatusCode);
    }

    [Fact]
    public async Task The_same_key_answers_the_same_and_pays_once()
    {
        var id = await Ready();
        var (first, one) = await Ask(HttpMethod.Post, $"/acp/checkout_sessions/{id}/complete", Payment(), "pay-1");
        var (second, two) = await Ask(HttpMethod.Post, $"/acp/checkout_sessions/{id}/complete", Payment(), "pay-1");
        Assert.Equal(one.GetRawText(), two.GetRawText());
        Assert.False(first.Headers.Contains("Idempotent-Replayed"));
        Assert.Equal("true", second.Headers.GetValues("Idempotent-Replayed").Single());
        Assert.Equal("idempotency_conflict", (await Ask(HttpMethod.Post, $"/acp/checkout_sessions/{id}/complete", Payment("spt_2"), "pay-1")).Body.Text("code"));
        var again = await Ask(HttpMethod.Post, $"/acp/checkout_sessions/{id}/complete", Payment("spt_2"));
        Assert.Equal((HttpStatusCode.Conflict, "checkout_completed"), (again.Answer.StatusCode, again.Body.Text("code")));
        Assert.Single(_stripe.Heard);
    }

    [Fact]
    public async Task A_declined_payment_is_said_in_the_session_and_another_may_be_tried()
    {
        var id = await Ready();
        _answer = 402;
        var (answer, declined) = await Ask(HttpMethod.Post, $"/acp/checkout_sessions/{id}/complete", Payment());
        Assert.Equal((HttpStatusCode.OK, "payment_declined"), (answer.StatusCode, declined.GetProperty("messages")[0].Text("code")));
        AssertKeys(declined);
        _answer = 503;
        Assert.Equal((HttpStatusCode.ServiceUnavailable, "service_unavailable"), await Fault($"/acp/checkout_sessions/{id}/complete", Payment("spt_2"), "type"));
        _answer = 200;
        Assert.Equal("completed", (await Ask(HttpMethod.Post, $"/acp/checkout_sessions/{id}/complete", Payment("spt_2"))).Body.Text("status"));
        Assert.Equal(83.90m, await Revenue());
    }

    [Fact]
    public async Task While_the_outcome_of_a_payment_is_not_known_no_other_token_pays_and_nothing_is_changed()
    {
        var id = await Ready();
        _answer = 503;
        Assert.Equal((HttpStatusCode.ServiceUnavailable, "payment_unavailable"), await Fault($"/acp/checkout_sessions/{id}/complete", Payment("spt_1")));
        _answer = 200;

        Assert.Equal((HttpStatusCode.Conflict, "payment_in_progress"), await Fault($"/acp/checkout_sessions/{id}/complete", Payment("spt_2")));
        Assert.Equal((HttpStatusCode.MethodNotAllowed, "payment_in_progress"), await Fault($"/acp/checkout_sessions/{id}/cancel", "{}"));
        Assert.Equal("completed", (await Ask(HttpMethod.Post, $"/acp/checkout_sessions/{id}/complete", Payment("spt_1"))).Body.Text("status"));
        Assert.Single(_stripe.Heard.Select(heard => heard.Headers["Idempotency-Key"].ToString()).Distinct());
    }

    [Fact]
    public async Task Two_that_pay_at_once_pay_once()
    {
        var id = await Ready();
        var answers = await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => Ask(HttpMethod.Post, $"/acp/checkout_sessions/{id}/complete", Payment())));
        Assert.Contains(answers, one => one.Body.TryGetProperty("status", out var status) && status.GetString() == "completed");
        Assert.All(answers, one => Assert.Contains(one.Answer.StatusCode, new[] { HttpStatusCode.OK, HttpStatusCode.Conflict }));
        Assert.Single(_stripe.Heard.Select(heard => heard.Headers["Idempotency-Key"].ToString()).Distinct());
        Assert.Equal(83.90m, await Revenue());
    }

    [Fact]
    public async Task Faults_have_the_protocols_own_shape()
    {
        Assert.Equal((HttpStatusCode.BadRequest, "idempotency_key_required"), await Fault("/acp/checkout_sessions", Create(1), "code", key: ""));
        Assert.Equal((HttpStatusCode.BadRequest, "invalid_item"), await Fault("/acp/checkout_sessions", """{"currency":"usd","capabilities":{},"line_items":[{"id":"item_other"}]}"""));
        Assert.Equal((HttpStatusCode.BadRequest, "unsupported_currency"), await Fault("/acp/checkout_sessions", """{"currency":"eur","capabilities":{},"line_items":[]}"""));
        Assert.Equal((HttpStatusCode.BadRequest, "invalid_line_items"), await Fault("/acp/checkout_sessions", """{"currency":"usd","capabilities":{},"line_items":[]}"""));
        Assert.Equal((HttpStatusCode.BadRequest, "invalid_email"), await Fault("/acp/checkout_sessions", Create(1, """ ,"buyer":{"email":"ann"} """)));
        Assert.Equal((HttpStatusCode.BadRequest, "invalid_quantity"), await Fault("/acp/checkout_sessions", $$"""{"currency":"usd","capabilities":{},"line_items":[{"id":"{{_item}}","quantity":0}]}"""));
        Assert.Equal((HttpStatusCode.BadRequest, "invalid_json"), await Fault("/acp/checkout_sessions", "{"));
        Assert.Equal((HttpStatusCode.NotFound, "not_found"), await Fault("/acp/checkout_sessions/checkout_none", "{}"));
        Assert.Equal((HttpStatusCode.RequestEntityTooLarge, "request_too_large"), await Fault("/acp/checkout_sessions", new string(' ', (1 << 20) + 1)));
        var id = await Ready();
        Assert.Equal((HttpStatusCode.BadRequest, "invalid_payment_data"), await Fault($"/acp/checkout_sessions/{id}/complete", """{"payment_data":{"handler_id":"card_tokenized"} }"""));
        var (_, version) = await Ask(HttpMethod.Get, "/acp/products", version: "2020-01-01");
        Assert.Equal(("unsupported_api_version", "2026-04-17"), (version.Text("code"), version.GetProperty("supported_versions")[0].GetString()));
        Assert.Equal("missing_api_version", (await Ask(HttpMethod.Get, "/acp/products", version: "")).Body.Text("code"));
        Assert.Equal(HttpStatusCode.Unauthorized, (await Ask(HttpMethod.Get, "/acp/products", token: "at-sora-x")).Answer.StatusCode);
        Assert.Equal(HttpStatusCode.Unauthorized, (await Ask(HttpMethod.Get, "/acp/products", token: _host.Key)).Answer.StatusCode);
    }

    [Fact]
    public async Task Checkouts_of_another_seller_are_unknown_and_its_videos_credit_nobody_here()
    {
        var id = await Ready();
        var other = await _host.OtherTenant("other");
        var token = (await other.PostJson("/v1/agents", Seller)).Text("token")!;
        Assert.Equal(HttpStatusCode.NotFound, (await Ask(HttpMethod.Get, $"/acp/checkout_sessions/{id}", token: token)).Answer.StatusCode);
        Assert.Equal(HttpStatusCode.NotFound, (await Ask(HttpMethod.Post, $"/acp/checkout_sessions/{id}/complete", Payment(), token: token)).Answer.StatusCode);
        Assert.Equal(0, (await Ask(HttpMethod.Get, "/acp/products", token: token)).Body.GetProperty("products").GetArrayLength());
        using var refused = await _host.NewClient(_token).GetAsync("/v1/videos");
        Assert.Equal(HttpStatusCode.Unauthorized, refused.StatusCode);
    }

    [Fact]
    public async Task A_checkout_can_be_given_up_and_expires()
    {
        var (_, canceled) = await Ask(HttpMethod.Post, $"/acp/checkout_sessions/{await Ready()}/cancel", "{}");
        Assert.Equal("canceled", canceled.Text("status"));
        AssertKeys(canceled);
        var id = await Ready();
        _host.Clock.Ahead = TimeSpan.FromHours(25);
        Assert.Equal("expired", (await Ask(HttpMethod.Get, $"/acp/checkout_sessions/{id}")).Body.Text("status"));
        Assert.Equal((HttpStatusCode.Conflict, "checkout_expired"), await Fault($"/acp/checkout_sessions/{id}/complete", Payment()));
        Assert.Empty(_stripe.Heard);
    }

    [Fact]
    public async Task Who_buys_is_forgotten_after_its_time()
    {
        await Ready();
        await Ask(HttpMethod.Post, $"/acp/checkout_sessions/{await Ready()}/complete", Payment());
        await Forgotten(TimeSpan.FromDays(7), 2);
        await Forgotten(TimeSpan.FromDays(9), 1);
        await Forgotten(TimeSpan.FromDays(91), 0);

        async Task Forgotten(TimeSpan after, int left)
        {
            _host.Clock.Ahead = after;
            await _host.Use(async (AgentCheckouts checkouts) => { await checkouts.Forget(default); return 0; });
            Assert.Equal(left, await _host.Use((SoraDatabase database) => database.AgentCheckouts.CountAsync()));
        }
    }

    [Fact]
    public async Task Discovery_says_where_it_begins_and_is_not_there_before_anybody_sells()
    {
        using var answer = await _host.NewClient(null).GetAsync("/.well-known/acp.json");
        var document = JsonDocument.Parse(await answer.Content.ReadAsStringAsync()).RootElement;
        Assert.Equal(("https://video.example/acp", "acp", "2026-04-17"), (document.Text("api_base_url"), document.GetProperty("protocol").Text("name"), document.GetProperty("protocol").Text("version")));
        Assert.True(answer.Headers.CacheControl?.MaxAge >= TimeSpan.FromHours(1));
        using var gone = await _host.Client.DeleteAsync("/v1/agents");
        using var none = await _host.NewClient(null).GetAsync("/.well-known/acp.json");
        Assert.Equal((HttpStatusCode.OK, HttpStatusCode.NotFound), (gone.StatusCode, none.StatusCode));
        Assert.Equal(HttpStatusCode.Unauthorized, (await Ask(HttpMethod.Get, "/acp/products")).Answer.StatusCode);
    }

    [Fact]
    public async Task Order_is_told_signed_until_it_is_heard()
    {
        var status = 500;
        await using var agent = await Receiver.Start(http =>
        {
            http.Response.StatusCode = status;
            return Task.CompletedTask;
        });
        var id = await Ready();
        await Ask(HttpMethod.Post, $"/acp/checkout_sessions/{id}/complete", Payment());
        await _host.Use(async (SoraDatabase database, RemoteOptions options) =>
        {
            var row = await database.AgentSellers.SingleAsync();
            (row.WebhookUrl, row.SealedSecret) = (agent.Url, options.Ring!.Seal(Secret, "agent webhook secret of default"));
            return await database.SaveChangesAsync();
        });

        await Tell();
        status = 200;
        await Tell();
        await Tell();
        Assert.Equal(2, agent.Heard.Count);
        var (headers, body) = agent.Heard.Last();
        Assert.Equal(SignatureVerdict.Valid, TimedSignature.Judge(headers["Merchant-Signature"].ToString(), Encoding.UTF8.GetBytes(body), [Secret], _host.Clock.GetUtcNow()));
        var told = JsonDocument.Parse(body).RootElement;
        Assert.Equal(("order_create", "order", id, "confirmed"), (told.Text("type"), told.GetProperty("data").Text("type"), told.GetProperty("data").Text("checkout_session_id"), told.GetProperty("data").Text("status")));

        Task<int> Tell() => _host.Use(async (SoraDatabase database, RemoteOptions options) =>
        {
            await new OrderTelling(database, options, new OutboundHttp(new OutboundOptions { AllowLocalNetwork = true }), _host.Clock).Run(default);
            return 0;
        });
    }

    [Fact]
    public async Task Codes_take_off_what_the_seller_says_and_others_are_refused_with_a_reason()
    {
        var (_, session) = await Ask(HttpMethod.Post, "/acp/checkout_sessions", Create(2, """ ,"discounts":{"codes":["ten","FIVE","ten","OLD","none"]} """));

        Assert.Equal(15800 - 1580 - 500 + 490, Total(session));
        var discounts = session.GetProperty("discounts");
        Assert.Equal([("TEN", 1580), ("five", 500)], discounts.GetProperty("applied").EnumerateArray().Select(one => (one.Text("code")!, one.GetProperty("amount").GetInt32())));
        Assert.Equal(
            ["discount_code_already_applied", "discount_code_expired", "discount_code_invalid"], discounts.GetProperty("rejected").EnumerateArray().Select(one => one.Text("reason")));
        var path = $"/acp/checkout_sessions/{session.Text("id")}";
        var (_, one) = await Ask(HttpMethod.Post, path, $$"""{"line_items":[{"id":"{{_item}}","quantity":1}],"discounts":{"codes":["five"]} }""");
        Assert.Equal((8390, "discount_code_minimum_not_met"), (Total(one), one.GetProperty("discounts").GetProperty("rejected")[0].Text("reason")));
        var (_, none) = await Ask(HttpMethod.Post, path, """{"discounts":{"codes":[]} }""");
        Assert.False(none.TryGetProperty("discounts", out _));
        Assert.Equal("invalid", (await Ask(HttpMethod.Post, path, """{"discounts":{"codes":[1]} }""")).Body.Text("code"));

        await Ask(HttpMethod.Post, path, $$"""{ {{Buyer}},"discounts":{"codes":["TEN"]} }""");
        var (_, paid) = await Ask(HttpMethod.Post, $"{path}/complete", Payment());
        Assert.Equal(("completed", 7110 + 490), (paid.Text("status"), Total(paid)));
        Assert.Equal("7600", HttpUtility.ParseQueryString(Assert.Single(_stripe.Heard).Body)["amount"]);
    }

    [Fact]
    public async Task What_is_sold_out_is_not_sold_and_a_declined_payment_gives_back_what_it_took()
    {
        Assert.Equal(1, (await _host.Client.PostJson("/v1/agents/stock", $$"""{"items":[{"id":"{{_item}}","quantity":1}]}""")).GetProperty("data")[0].GetProperty("quantity").GetInt32());
        var (_, two) = await Ask(HttpMethod.Post, "/acp/checkout_sessions", Create(2, $$""" ,{{Buyer}} """));
        Assert.Equal(("not_ready_for_payment", "quantity_exceeded"), (two.Text("status"), two.GetProperty("messages")[0].Text("code")));
        Assert.Equal((HttpStatusCode.Conflict, "not_ready_for_payment"), await Fault($"/acp/checkout_sessions/{two.Text("id")}/complete", Payment()));
        var (first, second) = (await Ready(), await Ready());
        _answer = 402;
        await Ask(HttpMethod.Post, $"/acp/checkout_sessions/{first}/complete", Payment());
        Assert.Equal(1, await Left());
        _answer = 200;
        Assert.Equal("completed", (await Ask(HttpMethod.Post, $"/acp/checkout_sessions/{first}/complete", Payment("spt_2"))).Body.Text("status"));
        Assert.Equal(0, await Left());
        Assert.Equal((HttpStatusCode.Conflict, "not_ready_for_payment"), await Fault($"/acp/checkout_sessions/{second}/complete", Payment()));
        Assert.Equal("out_of_stock", (await Ask(HttpMethod.Get, $"/acp/checkout_sessions/{second}")).Body.GetProperty("messages")[0].Text("code"));
        Assert.Equal("out_of_stock", (await Ask(HttpMethod.Get, "/acp/products")).Body.GetProperty("products")[0].GetProperty("variants")[0].GetProperty("availability").Text("status"));
        await _host.Client.PostJson("/v1/agents/stock", $$"""{"items":[{"id":"{{_item}}","quantity":null}]}""");
        Assert.Equal("ready_for_payment", (await Ask(HttpMethod.Get, $"/acp/checkout_sessions/{second}")).Body.Text("status"));
        using var bad = await _host.Client.SendJson("/v1/agents/stock", """{"items":[{"id":"kettle","quantity":1}]}""");
        Assert.Equal("items[0].id", (await bad.Error(HttpStatusCode.BadRequest)).Text("param"));

        async Task<int> Left() => (await _host.Client.GetJson("/v1/agents/stock")).GetProperty("data")[0].GetProperty("quantity").GetInt32();
    }

    [Fact]
    public async Task A_payment_that_the_buyers_bank_asks_about_goes_on_with_its_proof()
    {
        _payment = """{"id":"pi_9","status":"requires_action","payment_method":{"card":{"brand":"amex"}}}""";
        var (_, begun) = await Ask(HttpMethod.Post, "/acp/checkout_sessions", $$"""{"currency":"usd","capabilities":{"interventions":{"supported":["3ds"]} },"line_items":[{"id":"{{_item}}"}],{{Buyer}} }""");
        Assert.Equal("3ds", begun.GetProperty("capabilities").GetProperty("interventions").GetProperty("supported")[0].GetString());
        var path = $"/acp/checkout_sessions/{begun.Text("id")}/complete";

        var (_, asked) = await Ask(HttpMethod.Post, path, Payment());
        Assert.Equal(("authentication_required", "american_express"), (asked.Text("status"), asked.GetProperty("authentication_metadata").Text("directory_server")));
        Assert.Equal("123456", asked.GetProperty("authentication_metadata").GetProperty("acquirer_details").Text("acquirer_bin"));
        AssertKeys(asked);
        Assert.Equal((HttpStatusCode.BadRequest, "requires_3ds"), await Fault(path, Payment()));
        Assert.Equal((HttpStatusCode.BadRequest, "missing"), await Fault(path, Payment(more: """ ,"authentication_result":{"outcome":"authenticated"} """)));
        var (_, done) = await Ask(HttpMethod.Post, path, Payment(more: """
            ,"authentication_result":{"outcome":"authenticated","outcome_details":{"three_ds_cryptogram":"AbC=","electronic_commerce_indicator":"05","transaction_id":"ds-1","version":"2.2.0"}}
            """));

        Assert.Equal("completed", done.Text("status"));
        var form = HttpUtility.ParseQueryString(_stripe.Heard.Last().Body);
        Assert.Equal(("AbC=", "05"), (form["payment_method_options[card][three_d_secure][cryptogram]"], form["payment_method_options[card][three_d_secure][electronic_commerce_indicator]"]));
        Assert.Equal(1, await _host.Use((SoraDatabase database) => database.SaleEvents.CountAsync()));
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task A_buyer_who_is_not_authenticated_does_not_pay(bool agentCan)
    {
        _payment = """{"id":"pi_9","status":"requires_action","payment_method":{"card":{"brand":"visa"}}}""";
        var can = agentCan ? """{"interventions":{"supported":["3ds"]}}""" : "{}";
        var (_, begun) = await Ask(HttpMethod.Post, "/acp/checkout_sessions", $$"""{"currency":"usd","capabilities":{{can}},"line_items":[{"id":"{{_item}}"}],{{Buyer}} }""");
        var path = $"/acp/checkout_sessions/{begun.Text("id")}/complete";

        var (_, answer) = await Ask(HttpMethod.Post, path, Payment());
        if (agentCan)
        {
            (_, answer) = await Ask(HttpMethod.Post, path, Payment(more: """ ,"authentication_result":{"outcome":"denied"} """));
        }

        Assert.Equal(("ready_for_payment", agentCan ? "payment_declined" : "requires_3ds"), (answer.Text("status"), answer.GetProperty("messages")[0].Text("code")));
        Assert.Equal(2, _stripe.Heard.Count);
        Assert.Equal(0, await _host.Use((SoraDatabase database) => database.SaleEvents.CountAsync()));
    }

    [Theory]
    [InlineData("succeeded", "completed")]
    [InlineData("requires_payment_method", "ready_for_payment")]
    [InlineData("processing", "complete_in_progress")]
    [InlineData(null, "ready_for_payment")]
    public async Task A_payment_whose_answer_was_lost_is_looked_for_and_the_checkout_opens_again(string? status, string then)
    {
        await _host.Client.PostJson("/v1/agents/stock", $$"""{"items":[{"id":"{{_item}}","quantity":5}]}""");
        var id = await Ready();
        _answer = 503;
        await Fault($"/acp/checkout_sessions/{id}/complete", Payment());
        _answer = 200;
        _list = status is null ? _list : $$$"""{"data":[{"id":"pi_0","status":"succeeded","metadata":{"checkout":"another"}},{"id":"pi_7","status":"{{{status}}}","metadata":{"checkout":"{{{id}}}"}}],"has_more":false}""";
        var look = () => _host.Use(async (OpenPayments open) => { await open.Run(default); return 0; });

        await look();
        Assert.Equal("complete_in_progress", (await Ask(HttpMethod.Get, $"/acp/checkout_sessions/{id}")).Body.Text("status"));
        _host.Clock.Ahead = TimeSpan.FromMinutes(11);
        await look();
        await look();

        Assert.Equal(then, (await Ask(HttpMethod.Get, $"/acp/checkout_sessions/{id}")).Body.Text("status"));
        Assert.Equal(status == "succeeded" ? 1 : 0, await _host.Use((SoraDatabase database) => database.SaleEvents.CountAsync()));
        Assert.Equal(then == "ready_for_payment" ? 5 : 4, (await _host.Client.GetJson("/v1/agents/stock")).GetProperty("data")[0].GetProperty("quantity").GetInt32());
    }

    [Fact]
    public async Task A_cart_is_kept_changed_and_removed()
    {
        var (made, cart) = await Ask(HttpMethod.Post, "/acp/carts", $$"""{"line_items":[{"id":"{{_item}}","quantity":2}]}""");
        Assert.Equal((HttpStatusCode.Created, "usd", 15800), (made.StatusCode, cart.Text("currency"), Total(cart)));
        var path = $"/acp/carts/{cart.Text("id")}";
        Assert.Equal(7900, Total((await Ask(HttpMethod.Put, path, $$"""{"line_items":[{"id":"{{_item}}"}],"buyer":{"email":"ann@example.com"} }""")).Body));
        var (_, shown) = await Ask(HttpMethod.Get, path);
        Assert.Equal((7900, "ann@example.com"), (Total(shown), shown.GetProperty("buyer").Text("email")));
        Assert.Equal(HttpStatusCode.NotFound, (await Ask(HttpMethod.Get, $"/acp/checkout_sessions/{cart.Text("id")}")).Answer.StatusCode);
        Assert.Equal(HttpStatusCode.NotFound, (await Ask(HttpMethod.Get, $"/acp/carts/{await Ready()}")).Answer.StatusCode);
        Assert.Equal(7900, Total((await Ask(HttpMethod.Post, $"{path}/cancel", "{}")).Body));
        Assert.Equal(HttpStatusCode.NotFound, (await Ask(HttpMethod.Get, path)).Answer.StatusCode);
    }

    [Theory]
    [InlineData("discounts", """[{"code":"a b","title":"x","percent_off":5}]""")]
    [InlineData("discounts", """[{"code":"a","title":"x"}]""")]
    [InlineData("discounts", """[{"code":"a","title":"x","percent_off":100}]""")]
    [InlineData("discounts", """[{"code":"a","title":"x","percent_off":5,"amount_off":"1"}]""")]
    [InlineData("acquirer", """{"bin":"x","country":"US","merchant_id":"m","merchant_name":"n"}""")]
    [InlineData("currency", "\"XXX\"")]
    [InlineData("order_url", "\"http://shop.example/{order}\"")]
    [InlineData("merchant_id", "\"me\"")]
    [InlineData("webhook_secret", "\"lonely secret of 20\"")]
    [InlineData("shipping", """[{"id":"a b","title":"x","amount":"1"}]""")]
    [InlineData("shipping", """[{"id":"a","title":"x","amount":"-1"}]""")]
    public async Task Seller_that_is_not_acceptable_is_refused(string field, string value)
    {
        var wish = JsonNode.Parse(Seller)!.AsObject();
        wish[field] = JsonNode.Parse(value);
        using var answer = await _host.Client.SendJson("/v1/agents", wish.ToJsonString());
        Assert.StartsWith(field, (await answer.Error(HttpStatusCode.BadRequest)).Text("param"));
    }

    /// <summary>The protocol forbids other keys than its own (schema of checkout sessions, 2026-04-17) and asks for nine.</summary>
    private static void AssertKeys(JsonElement session)
    {
        string[] needed = ["id", "status", "currency", "line_items", "totals", "fulfillment_options", "messages", "links", "capabilities"];
        string[] allowed = [.. needed, "protocol", "buyer", "fulfillment_details", "selected_fulfillment_options", "created_at", "updated_at", "expires_at", "order", "discounts", "authentication_metadata"];
        var keys = session.EnumerateObject().Select(pair => pair.Name).ToList();
        Assert.Empty(needed.Except(keys));
        Assert.Empty(keys.Except(allowed));
    }

    private string Create(int quantity, string more = "") => $$"""{"currency":"usd","capabilities":{},"line_items":[{"id":"{{_item}}","quantity":{{quantity}}}]{{more}}}""";

    private static string Payment(string token = "spt_1", string more = "") =>
        $$"""{"payment_data":{"handler_id":"card_tokenized","instrument":{"type":"card","credential":{"type":"spt","token":"{{token}}"} } }{{more}} }""";

    private async Task<string> Ready() => (await Ask(
        HttpMethod.Post, "/acp/checkout_sessions", Create(1, $$""" ,{{Buyer}},"affiliate_attribution":{"provider":"sora","publisher_id":"p","creative_id":"video_1"} """))).Body.Text("id")!;

    private static int Total(JsonElement session) =>
        session.GetProperty("totals").EnumerateArray().Single(total => total.Text("type") == "total").GetProperty("amount").GetInt32();

    private async Task<decimal> Revenue() => (await _host.Client.GetJson("/v1/reports")).GetProperty("rows").EnumerateArray().Sum(row => row.GetProperty("revenue").GetDecimal());

    private async Task<(HttpStatusCode, string?)> Fault(string path, string body, string what = "code", string? key = null)
    {
        var (answer, fault) = await Ask(HttpMethod.Post, path, body, key);
        Assert.Empty(fault.EnumerateObject().Select(pair => pair.Name).Except(["type", "code", "message", "param", "supported_versions"]));
        return (answer.StatusCode, fault.Text(what));
    }

    private async Task<(HttpResponseMessage Answer, JsonElement Body)> Ask(
        HttpMethod method, string path, string? body = null, string? key = null, string? token = null, string version = "2026-04-17")
    {
        using var request = new HttpRequestMessage(method, path) { Content = body is null ? null : new StringContent(body, Encoding.UTF8, "application/json") };
        if (version.Length > 0)
        {
            request.Headers.Add("API-Version", version);
        }

        if (key != "")
        {
            request.Headers.Add("Idempotency-Key", key ?? Guid.NewGuid().ToString());
        }

        using var client = _host.NewClient(token ?? _token);
        var answer = await client.SendAsync(request);
        var said = JsonDocument.Parse(await answer.Content.ReadAsStringAsync()).RootElement;
        _told.Add((path, (int)answer.StatusCode, said));
        return (answer, said);
    }
}
