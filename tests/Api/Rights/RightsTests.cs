using System.Net;
using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using SoraFunctions.Api.Tests.Hosting;
using SoraFunctions.Contract.Renders;
using SoraFunctions.Pipeline.Data;
using SoraFunctions.Pipeline.Moderation;
using SoraFunctions.Pipeline.Orchestration;
using SoraFunctions.Pipeline.Requests;
using SoraFunctions.Pipeline.Rights;
using SoraFunctions.Pipeline.Rights.Wire;
using SoraFunctions.Pipeline.Storage;

namespace SoraFunctions.Api.Tests.Rights;

/// <summary>The registry of rights-holders, their grants, and what is due to them.</summary>
public class RightsTests : IAsyncLifetime
{
    private const string Studio = """{"name":"Moon Studio","ask":"https://moon.example/licences","works":[{"kind":"character","name":"Zorblax","aliases":["月亮猫佐布"]},{"kind":"mark","name":"Moonlight Dairy"}]}""";
    private static readonly VideoRequest _order = new() { Prompt = "Zorblax drinks tea", Markets = ["eu"], Channels = ["web", "tiktok-ad"] };

    private ApiHost _host = null!;
    private HttpClient _studio = null!;
    private HttpClient _shop = null!;

    public async Task InitializeAsync()
    {
        _host = await Start();
        _studio = await _host.OtherTenant("studio");
        _shop = await _host.OtherTenant("shop");
    }

    public async Task DisposeAsync() => await _host.DisposeAsync();

    [Fact]
    public async Task What_the_operator_has_not_seen_is_not_confirmed()
    {
        var seen = await _studio.PostJson("/v1/rights-holders", Studio);
        var id = seen.Text("id")!;
        var changed = await _studio.PostJson($"/v1/rights-holders/{id}", """{"name":"Moon Studio","ask":"ask@moon.example","works":[{"kind":"mark","name":"Summer"}]}""");

        using (var late = await _host.Client.SendJson($"/v1/rights-holders/{id}/confirm", Seen(seen)))
        {
            Assert.Equal("rights_holder_changed", (await late.Error(HttpStatusCode.Conflict)).Text("code"));
        }

        using (var blind = await _host.Client.SendJson($"/v1/rights-holders/{id}/confirm", "{}"))
        {
            Assert.Equal("revision", (await blind.Error(HttpStatusCode.BadRequest)).Text("param"));
        }

        var confirmed = await _host.Client.PostJson($"/v1/rights-holders/{id}/confirm", Seen(changed));
        Assert.Equal([true], Confirmed(confirmed));
    }

    [Fact]
    public async Task Of_two_changes_of_one_instant_one_is_told_to_look_again()
    {
        var id = (await _studio.PostJson("/v1/rights-holders", Studio)).Text("id")!;
        await _host.Use(async (SoraDatabase database, HolderDesk desk) =>
        {
            var row = await database.RightsHolders.SingleAsync(holder => holder.Id == id);
            await _studio.PostJson($"/v1/rights-holders/{id}", Studio);
            return await Assert.ThrowsAsync<HolderChangedException>(() =>
                desk.Confirm(new RightsCaller("default", true), row, new ConfirmWish { Revision = HolderDesk.RevisionOf(row) }, default));
        });
    }

    [Fact]
    public async Task What_a_tenant_says_it_owns_counts_once_the_operator_has_confirmed_it()
    {
        var holder = await _studio.PostJson("/v1/rights-holders", Studio);
        var id = holder.Text("id")!;
        Assert.Equal([false, false], Confirmed(holder));
        Assert.Empty((await Claimed("video_1")).Split('\n', StringSplitOptions.RemoveEmptyEntries));
        using (var early = await _studio.SendJson("/v1/grants", Grant(id, $"\"works\":[\"{Work(holder, 0)}\"],")))
        {
            Assert.Equal("works[0]", (await early.Error(HttpStatusCode.BadRequest)).Text("param"));
        }

        using (var own = await _studio.SendJson($"/v1/rights-holders/{id}/confirm", Seen(holder)))
        {
            Assert.Equal("operator_only", (await own.Error(HttpStatusCode.Forbidden)).Text("code"));
        }

        var confirmed = await _host.Client.PostJson($"/v1/rights-holders/{id}/confirm", Seen(holder));
        Assert.Equal([true, true], Confirmed(confirmed));
        var refused = await Claimed("video_2");
        Assert.Equal(
            "rights_grant_required: prompt: Zorblax belongs to Moon Studio, and you have no grant for it that covers this order. Ask there: https://moon.example/licences.", refused);

        var changed = await _studio.PostJson($"/v1/rights-holders/{id}", $$"""
            {"name":"Moon Studio","ask":"ask@moon.example","works":[
              {"id":"{{Work(holder, 0)}}","kind":"character","name":"Zorblax","aliases":["月亮猫佐布","Pikachu"]},
              {"id":"{{Work(holder, 1)}}","kind":"mark","name":"Moonlight Dairy"}]}
            """);
        Assert.Equal([false, true], Confirmed(changed));
        var renamed = await _studio.PostJson($"/v1/rights-holders/{id}", $$"""
            {"name":"The Walt Disney Company","ask":"ask@moon.example","works":[
              {"id":"{{Work(holder, 0)}}","kind":"character","name":"Zorblax"},{"id":"{{Work(holder, 1)}}","kind":"mark","name":"Moonlight Dairy"}]}
            """);
        Assert.Equal([false, false], Confirmed(renamed));
    }

    [Fact]
    public async Task Order_with_a_grant_is_written_down_signed_booked_once_and_paid_to_the_cent()
    {
        var (holder, grant) = await Granted("\"markets\":[\"eu\"],");
        await Video("video_1");
        Assert.Equal("", await Claimed("video_1"));
        var right = Assert.Single((await _shop.GetJson("/v1/videos/video_1")).GetProperty("rights").EnumerateArray());
        Assert.Equal(("Zorblax", "Moon Studio", grant), (right.Text("work"), right.Text("holder"), right.Text("grant")));

        await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => Signed("video_1")));
        Assert.Equal(250, (await _host.Use((SoraDatabase database) => database.GrantUses.SingleAsync())).ShareBasisPoints);

        foreach (var told in new[] { "a", "a" })
        {
            await Sell(told, "paid", "79.99");
        }

        await Sell("b", "paid", "19.99");
        await Sell("b", "refunded", "5.00");
        var statement = await _studio.GetJson($"/v1/rights-holders/{holder}/statements");
        var earning = Assert.Single(statement.GetProperty("earnings").EnumerateArray());

        // 2.5 % of 79.99 is 1.99975, of 14.99 is 0.37475.
        Assert.Equal(("94.98", "2.37", 2), (earning.Text("revenue"), earning.Text("due"), earning.GetProperty("orders").GetInt32()));
        Assert.Equal("2.37", Assert.Single(statement.GetProperty("totals").EnumerateArray()).Text("due"));
        Assert.Equal("video_1", Assert.Single(statement.GetProperty("uses").EnumerateArray()).Text("video_id"));

        var entries = (await _shop.GetJson("/v1/revenue")).GetProperty("entries").EnumerateArray().ToList();
        var postings = entries.SelectMany(entry => entry.GetProperty("postings").EnumerateArray()).ToList();
        Assert.All(entries, entry => Assert.Equal(0m, entry.GetProperty("postings").EnumerateArray().Sum(Amount)));
        Assert.Equal(-2.37m, postings.Where(posting => posting.Text("account") == $"holder:{holder}").Sum(Amount));
        Assert.Empty((await _studio.GetJson($"/v1/rights-holders/{holder}/statements?from=2020-01-01&to=2020-01-31")).GetProperty("earnings").EnumerateArray());
    }

    [Fact]
    public async Task Statement_as_csv_holds_no_formula()
    {
        var id = (await _host.Client.PostJson("/v1/rights-holders", """{"name":"Moon Studio","ask":"ask@moon.example","tenant":"studio","works":[{"kind":"work","name":"=Zorblax"}]}""")).Text("id")!;
        await _studio.PostJson("/v1/grants", Grant(id));
        await Video("video_1");
        Assert.Equal("", await Claimed("video_1"));
        await Signed("video_1");
        await Sell("a", "paid", "10.00");

        using var answer = await _studio.GetAsync($"/v1/rights-holders/{id}/statements?format=csv");
        Assert.Equal("text/csv", answer.Content.Headers.ContentType?.MediaType);
        var lines = (await answer.Content.ReadAsStringAsync()).Split("\r\n", StringSplitOptions.RemoveEmptyEntries);
        Assert.StartsWith("line,grant,tenant,video,works,", lines[0]);
        Assert.EndsWith(",shop,video_1,'=Zorblax,250,,1,10.00,0.25,EUR", lines[1]);
        Assert.StartsWith("use,", lines[2]);
        Assert.Equal("total,,,,,,,,10.00,0.25,EUR", lines[3]);
    }

    [Fact]
    public async Task Grant_that_ends_or_is_revoked_before_the_signature_stops_the_video_and_after_it_does_not()
    {
        var (_, grant) = await Granted();
        await Video("video_1");
        await Video("video_2");
        Assert.Equal(("", ""), (await Claimed("video_1"), await Claimed("video_2")));
        await Signed("video_1");
        await _studio.PostJson($"/v1/grants/{grant}/revoke", "{}");
        await Signed("video_1");
        var refusal = await Assert.ThrowsAsync<FinalException>(() => Signed("video_2"));
        Assert.Equal("rights_grant_ended", refusal.Code);
        Assert.Contains("was revoked, before the video was signed", refusal.Message);
        Assert.Contains($"{grant} was revoked.", await Claimed("video_2"));

        var until = _host.Clock.GetUtcNow().AddMinutes(5);
        await _studio.PostJson("/v1/grants", Grant((await _studio.GetJson("/v1/rights-holders")).GetProperty("data")[0].Text("id")!, $"\"until\":\"{until:O}\","));
        await Video("video_3");
        Assert.Equal("", await Claimed("video_3"));
        _host.Clock.Ahead += TimeSpan.FromMinutes(6);
        Assert.Contains("ended on", (await Assert.ThrowsAsync<FinalException>(() => Signed("video_3"))).Message);
    }

    [Fact]
    public async Task Remix_of_what_was_granted_needs_the_grant_though_it_names_nothing()
    {
        var (_, grant) = await Granted();
        await Video("video_1");
        Assert.Equal("", await Claimed("video_1"));
        var rights = await _host.Use((SoraDatabase database) => database.Videos.Where(row => row.Id == "video_1").Select(row => row.Rights).SingleAsync());
        await Video("video_2", rights);
        Assert.Equal("", await Claimed("video_2", _order with { Prompt = "At night" }));
        await _studio.PostJson($"/v1/grants/{grant}/revoke", "{}");
        Assert.StartsWith("rights_grant_required: remixed_from_video_id: Zorblax belongs to Moon Studio", await Claimed("video_2", _order with { Prompt = "At night" }));
    }

    [Fact]
    public async Task Holders_own_videos_need_no_grant_and_grants_of_others_are_nobodys_business()
    {
        var (holder, grant) = await Granted();
        await Video("video_9", tenant: "studio");
        Assert.Equal("", await Claimed("video_9", tenant: "studio"));
        Assert.Equal(JsonValueKind.Null, (await _studio.GetJson("/v1/videos/video_9")).GetProperty("rights")[0].GetProperty("grant").ValueKind);

        var third = await _host.OtherTenant("third");
        foreach (var path in new[] { $"/v1/grants/{grant}", $"/v1/rights-holders/{holder}", $"/v1/rights-holders/{holder}/statements" })
        {
            Assert.Equal(HttpStatusCode.NotFound, (await third.GetAsync(path)).StatusCode);
        }

        Assert.Equal(HttpStatusCode.NotFound, (await _shop.GetAsync($"/v1/rights-holders/{holder}/statements")).StatusCode);
        Assert.Equal(grant, (await _shop.GetJson($"/v1/grants/{grant}")).Text("id"));
        using var refused = await _shop.SendJson($"/v1/grants/{grant}/revoke", "{}");
        Assert.Equal("policy_violation", (await refused.Error(HttpStatusCode.Forbidden)).Text("code"));
        Assert.Empty((await third.GetJson("/v1/grants")).GetProperty("data").EnumerateArray());
        Assert.Single((await _shop.GetJson("/v1/grants")).GetProperty("data").EnumerateArray());
        using var foreign = await third.SendJson("/v1/grants", Grant(holder));
        Assert.Equal("rights_holder", (await foreign.Error(HttpStatusCode.BadRequest)).Text("param"));
    }

    [Fact]
    public async Task Holder_that_is_deleted_guards_nothing_and_keeps_its_statements()
    {
        var (holder, grant) = await Granted();
        await Video("video_1");
        Assert.Equal("", await Claimed("video_1"));
        await Signed("video_1");
        Assert.Equal(HttpStatusCode.OK, (await _studio.DeleteAsync($"/v1/rights-holders/{holder}")).StatusCode);
        Assert.NotEqual(JsonValueKind.Null, (await _shop.GetJson($"/v1/grants/{grant}")).GetProperty("revoked_at").ValueKind);
        await Video("video_2");
        Assert.Equal("", await Claimed("video_2"));
        Assert.Empty((await _studio.GetJson("/v1/rights-holders")).GetProperty("data").EnumerateArray());
        Assert.Single((await _studio.GetJson($"/v1/rights-holders/{holder}/statements")).GetProperty("uses").EnumerateArray());
        using var late = await _studio.SendJson($"/v1/rights-holders/{holder}", Studio);
        Assert.Equal("rights_holder_removed", (await late.Error(HttpStatusCode.Conflict)).Text("code"));
    }

    [Fact]
    public async Task Copy_of_a_works_picture_needs_a_grant_though_no_word_names_it()
    {
        await using var gallery = await Receiver.Start(http => http.Response.Body.WriteAsync(Pictures.Png(64, 64)).AsTask());
        var address = $"{gallery.Url}/zorblax.png";
        _host.Worker.Fingerprint = bytes => new PictureFingerprint([], bytes.Length < 200 ? 0xFF00FF00u : 0u);
        var entered = await _studio.PostJson("/v1/rights-holders", Pictured(address));
        var kept = Assert.Single(entered.GetProperty("works")[0].GetProperty("pictures").EnumerateArray());
        Assert.Equal((address, Hash(Pictures.Png(64, 64))), (kept.Text("url"), kept.Text("sha256")));
        await _host.Client.PostJson($"/v1/rights-holders/{entered.Text("id")}/confirm", Seen(entered));
        var order = new VideoRequest { Prompt = "A cat drinks tea", Channels = ["web"], Product = new ProductBrief { Title = "Tea", Pictures = [await Stored(Pictures.Png(65, 64))] } };

        await Video("video_1");
        Assert.StartsWith("rights_grant_required: product.pictures[0]: Zorblax belongs to Moon Studio", await Claimed("video_1", order));
        await _studio.PostJson("/v1/grants", Grant(entered.Text("id")!));
        Assert.Equal("", await Claimed("video_1", order));
        Assert.Equal("Zorblax", (await _shop.GetJson("/v1/videos/video_1")).GetProperty("rights")[0].Text("work"));

        // Another picture needs no grant; and what is not changed is not got again.
        await Video("video_2");
        _host.Worker.Fingerprint = bytes => new PictureFingerprint([], 0x12345678u);
        Assert.Equal("", await Claimed("video_2", order with { Product = order.Product with { Pictures = [await Stored(Pictures.Png(66, 66))] } }));
        var same = await _studio.PostJson($"/v1/rights-holders/{entered.Text("id")}", Pictured(address, Work(entered, 0)));
        Assert.True(Assert.Single(Confirmed(same)));
        Assert.Single(gallery.Heard);
        var other = await _studio.PostJson($"/v1/rights-holders/{entered.Text("id")}", Pictured($"{address}?2", Work(entered, 0)));
        Assert.False(Assert.Single(Confirmed(other)));
    }

    [Fact]
    public async Task Picture_that_cannot_be_got_or_looked_at_is_told_by_its_field()
    {
        await using var gallery = await Receiver.Start(http => http.Response.Body.WriteAsync(Pictures.Png(64, 64)).AsTask());
        using (var broken = await _studio.SendJson("/v1/rights-holders", Pictured(gallery.Url)))
        {
            var error = await broken.Error(HttpStatusCode.BadRequest);
            Assert.Equal(("works[0].pictures[0]", "invalid_image"), (error.Text("param"), error.Text("code")));
        }

        _host.Worker.Down = true;
        using (var down = await _studio.SendJson("/v1/rights-holders", Pictured(gallery.Url)))
        {
            Assert.Equal("worker_unavailable", (await down.Error(HttpStatusCode.ServiceUnavailable)).Text("code"));
        }

        using var local = await _studio.SendJson("/v1/rights-holders", Pictured("/etc/zorblax.png"));
        Assert.Equal("works[0].pictures[0]", (await local.Error(HttpStatusCode.BadRequest)).Text("param"));
    }

    [Theory]
    [InlineData("""{"name":" ","ask":"ask@moon.example"}""", "name")]
    [InlineData("""{"name":"Moon","ask":"http://moon.example"}""", "ask")]
    [InlineData("""{"name":"Moon","ask":"moon"}""", "ask")]
    [InlineData("""{"name":"Moon","ask":"a@b.c","works":[{"kind":"song","name":"Zorblax"}]}""", "works[0].kind")]
    [InlineData("""{"name":"Moon","ask":"a@b.c","works":[{"kind":"mark","name":"ab"}]}""", "works[0].name")]
    [InlineData("""{"name":"Moon","ask":"a@b.c","works":[{"kind":"mark","name":"Zorblax","aliases":["猫"]}]}""", "works[0].aliases[0]")]
    [InlineData("""{"name":"Moon","ask":"a@b.c","works":[{"id":"work_9","kind":"mark","name":"Zorblax"}]}""", "works[0].id")]
    [InlineData("""{"name":"Moon","ask":"a@b.c","tenant":"shop"}""", "tenant")]
    public async Task What_is_no_holder_is_refused_with_what_would_be(string body, string param)
    {
        using var answer = await _studio.SendJson("/v1/rights-holders", body);
        Assert.Equal(param, (await answer.Error(HttpStatusCode.BadRequest)).Text("param"));
    }

    [Theory]
    [InlineData("\"works\":[\"work_9\"],", "works[0]")]
    [InlineData("\"works\":[],", "works")]
    [InlineData("\"markets\":[\"mars\"],", "markets[0]")]
    [InlineData("\"channels\":[],", "channels")]
    [InlineData("\"channels\":[\"nowhere\"],", "channels[0]")]
    [InlineData("\"until\":\"2020-01-01T00:00:00Z\",", "until")]
    public async Task What_is_no_grant_is_refused_with_what_would_be(string more, string param)
    {
        var (holder, _) = await Granted();
        using var answer = await _studio.SendJson("/v1/grants", Grant(holder, more));
        Assert.Equal(param, (await answer.Error(HttpStatusCode.BadRequest)).Text("param"));
        using var greedy = await _studio.SendJson("/v1/grants", Grant(holder).Replace("\"share_basis_points\":250", "\"share_basis_points\":10001", StringComparison.Ordinal));
        Assert.Equal("share_basis_points", (await greedy.Error(HttpStatusCode.BadRequest)).Text("param"));
    }

    [Fact]
    public async Task Operator_who_enters_somebody_else_may_not_show_what_is_theirs()
    {
        var holder = await _host.Client.PostJson("/v1/rights-holders", Studio);
        Assert.Equal(JsonValueKind.Null, holder.GetProperty("tenant").ValueKind);
        Assert.Equal([true, true], Confirmed(holder));
        await Video("video_1", tenant: "default");
        Assert.StartsWith("rights_grant_required", await Claimed("video_1", tenant: "default"));
        await _host.Client.PostJson("/v1/grants", Grant(holder.Text("id")!));
        await Video("video_2");
        Assert.Equal("", await Claimed("video_2"));
        Assert.Contains((await _host.Client.GetJson("/v1/audits")).GetProperty("data").EnumerateArray(), record => record.Text("kind") == "grant.given");
        Assert.Equal(HttpStatusCode.NotFound, (await _studio.GetAsync($"/v1/rights-holders/{holder.Text("id")}")).StatusCode);
    }

    [Fact]
    public async Task Same_key_enters_and_grants_once()
    {
        using var first = await _studio.SendJson("/v1/rights-holders", Studio, "key-1");
        using var again = await _studio.SendJson("/v1/rights-holders", Studio, "key-1");
        Assert.Equal(await first.Content.ReadAsStringAsync(), await again.Content.ReadAsStringAsync());
        Assert.Single((await _studio.GetJson("/v1/rights-holders")).GetProperty("data").EnumerateArray());
    }

    /// <summary>The host, in which "default" is the operator.</summary>
    protected virtual Task<ApiHost> Start() => ApiHost.Start(new ApiOptions { OperatorTenant = "default", AllowLocalNetwork = true });

    private static bool[] Confirmed(JsonElement holder) => [.. holder.GetProperty("works").EnumerateArray().Select(work => work.GetProperty("confirmed").GetBoolean())];

    private static string Pictured(string address, string? work = null) => $$"""
        {"name":"Moon Studio","ask":"https://moon.example/licences","works":[{{{(work is null ? "" : $"\"id\":\"{work}\",")}}"kind":"character","name":"Zorblax","pictures":["{{address}}"]}]}
        """;

    private static string Hash(byte[] bytes) => Convert.ToHexStringLower(System.Security.Cryptography.SHA256.HashData(bytes));

    private async Task<Picture> Stored(byte[] bytes) => new(await new TenantBlobs(_host.Blobs, "shop").Put(bytes, "image/png", default), 64, 64);

    private static string Seen(JsonElement holder) => $$"""{"revision":"{{holder.Text("revision")}}"}""";

    private static string Work(JsonElement holder, int index) => holder.GetProperty("works")[index].Text("id")!;

    private static decimal Amount(JsonElement posting) => decimal.Parse(posting.GetProperty("amount").Text("amount")!, System.Globalization.CultureInfo.InvariantCulture);

    private static string Grant(string holder, string more = "") => $$"""{"rights_holder":"{{holder}}","tenant":"shop",{{more}}"share_basis_points":250}""";

    private async Task<(string Holder, string Grant)> Granted(string more = "")
    {
        var entered = await _studio.PostJson("/v1/rights-holders", Studio);
        var holder = entered.Text("id")!;
        await _host.Client.PostJson($"/v1/rights-holders/{holder}/confirm", Seen(entered));
        return (holder, (await _studio.PostJson("/v1/grants", Grant(holder, more))).Text("id")!);
    }

    private Task<int> Video(string id, string? rights = null, string tenant = "shop") => _host.Use((SoraDatabase database) =>
    {
        database.Videos.Add(new VideoRow
        {
            Id = id, TenantId = tenant, Model = "sora-2", CreatedAt = _host.Clock.GetUtcNow(), Size = "1280x720", MainChannel = "web", Seconds = 4, Request = "{}", Rights = rights,
        });
        return database.SaveChangesAsync();
    });

    /// <summary>What moderation does with an order; the refusal, or nothing.</summary>
    private async Task<string> Claimed(string video, VideoRequest? order = null, string tenant = "shop")
    {
        var request = order ?? _order;
        try
        {
            await _host.Use(async (RightsGate gate, SeenWorks works) =>
            {
                var held = await gate.Of(tenant, request, default);
                var seen = await works.In(tenant, ModeratedPictures.Of(request, new TenantBlobs(_host.Blobs, tenant)), held, default);
                await gate.Claim(tenant, video, held, ModeratedTexts.Of(request), seen, default);
                return true;
            });
            return "";
        }
        catch (FinalException refusal)
        {
            return $"{refusal.Code}: {refusal.Message}";
        }
    }

    /// <summary>What stamping does before and after it signs.</summary>
    private Task<bool> Signed(string video) => _host.Use(async (GrantBook book) =>
    {
        await book.Book("shop", video, await book.Standing("shop", video, default), default);
        return true;
    });

    private Task<JsonElement> Sell(string order, string kind, string amount) => _shop.PostJson("/v1/sales", $$"""
        {"id":"{{order}}-{{kind}}","order":"{{order}}","kind":"{{kind}}","at":"{{_host.Clock.GetUtcNow():O}}","amount":{"amount":"{{amount}}","currency":"EUR"},
         "evidence":[{"kind":"order_attribute","video_id":"video_1"}]}
        """);
}
