using System.Net;
using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using SoraFunctions.Api.Tests.Hosting;
using SoraFunctions.Pipeline.Data;

namespace SoraFunctions.Api.Tests.Reports;

/// <summary>What came of videos, as the API tells it.</summary>
public class ReportTests : IAsyncLifetime
{
    private const string Browser = "Mozilla/5.0 (X11; Linux x86_64) AppleWebKit/537.36 Chrome/142.0 Safari/537.36";
    private ApiHost _host = null!;

    public async Task InitializeAsync()
    {
        _host = await Start();
        await _host.Use((SoraDatabase database) =>
        {
            var now = _host.Clock.GetUtcNow();
            database.Tenants.Add(new TenantRow { Id = "other", Name = "other", CreatedAt = now });
            database.Videos.AddRange(Video("video_1", "default", now), Video("video_2", "default", now), Video("video_o", "other", now));
            database.CommerceLinks.AddRange(
                Link("0000000001", "video_1", "default", now, "web", "spring"),
                Link("0000000002", "video_1", "default", now, "tiktok-ad", "spring"),
                Link("0000000003", "video_2", "default", now, "web", "autumn"),
                Link("000000000z", "video_o", "other", now, "web", "theirs"));
            database.Usage.Add(new UsageRow { Id = "u", TenantId = "default", VideoId = "video_1", Engine = "remote", Stage = "render", Day = now.ToString("yyyy-MM-dd"), Milliseconds = 4000, MicroDollars = 1_250_000, At = now });
            return database.SaveChangesAsync();
        });
    }

    public async Task DisposeAsync() => await _host.DisposeAsync();

    protected virtual Task<ApiHost> Start() => ApiHost.Start();

    [Fact]
    public async Task Sales_that_are_told_of_at_once_are_all_counted_each_once()
    {
        await Task.WhenAll(Enumerable.Range(0, 24).Select(number => Sell($"{number % 12}", "10.00", "USD", "video_1", "web")));
        var rows = (await _host.Client.GetJson("/v1/reports?by=video")).GetProperty("rows").EnumerateArray().Single(row => row.Text("key") == "video_1");
        Assert.Equal((12, 120m), (rows.GetProperty("orders").GetInt32(), rows.GetProperty("revenue").GetDecimal()));
    }

    [Fact]
    public async Task The_loop_from_a_view_to_a_return_closes()
    {
        foreach (var _ in Enumerable.Range(0, 3))
        {
            Assert.Equal(HttpStatusCode.NoContent, await Play("0000000002", "impression"));
        }

        await Visit("0000000002", Browser);
        await Visit("0000000002", Browser);
        await Visit("0000000002", Browser + " Other/1");
        await _host.Client.PostJson("/v1/ad_spends", $$"""{"video_id":"video_1","channel":"tiktok-ad","day":"{{Today}}","amount":{"amount":"10.00","currency":"USD"} }""");
        foreach (var _ in Enumerable.Range(0, 2))
        {
            await Sell("1", "79.00", "USD", "video_1", "tiktok-ad");
        }

        await Sell("2", "50.00", "EUR", "video_2", null);
        var report = await _host.Client.GetJson("/v1/reports?by=video&rate=EUR:1.1");

        var rows = report.GetProperty("rows").EnumerateArray().ToList();
        Assert.Equal(["video_1", "video_2"], rows.Select(row => row.Text("key")));
        var first = rows[0];
        Assert.Equal((3, 2, 1, 79m, 11.25m), (Int(first, "impressions"), Int(first, "clicks"), Int(first, "orders"), Dec(first, "revenue"), Dec(first, "cost")));
        Assert.Equal(Math.Round((79d / 11.25) - 1, 4), first.GetProperty("return").GetDouble());
        Assert.InRange(first.GetProperty("return_low").GetDouble(), -1, first.GetProperty("return").GetDouble());
        Assert.True(first.GetProperty("revenue_high").GetDouble() > 79);
        Assert.Equal(55m, Dec(rows[1], "revenue"));

        var channels = (await _host.Client.GetJson("/v1/reports?by=channel")).GetProperty("rows").EnumerateArray().ToDictionary(row => row.Text("key")!);
        Assert.Equal((79m, 10m), (Dec(channels["tiktok-ad"], "revenue"), Dec(channels["tiktok-ad"], "cost")));
        Assert.Equal(1.25m, Dec(channels["web"], "cost"));
        Assert.Equal("EUR", channels["web"].GetProperty("without_rate")[0].GetString());
        Assert.Equal(["spring", "autumn"], (await _host.Client.GetJson("/v1/reports?by=campaign&rate=EUR:1")).GetProperty("rows").EnumerateArray().Select(row => row.Text("key")));
    }

    [Fact]
    public async Task Another_tenant_sees_nothing_of_it()
    {
        await Play("0000000001", "impression");
        await Sell("1", "79.00", "USD", "video_1", null);
        var other = await _host.OtherTenant("third");
        Assert.Empty((await other.GetJson("/v1/reports")).GetProperty("rows").EnumerateArray());
        Assert.Empty((await other.GetJson("/v1/revenue")).GetProperty("entries").EnumerateArray());
        using var refused = await other.SendJson("/v1/ad_spends", $$"""{"video_id":"video_1","day":"{{Today}}","amount":{"amount":"1","currency":"USD"} }""");
        Assert.Equal("video_id", (await refused.Error(HttpStatusCode.NotFound)).Text("param"));
        await other.PostJson("/v1/sales", Sale("1", "5.00", "USD", "video_1", null));
        Assert.Equal(79m, Dec((await _host.Client.GetJson("/v1/reports")).GetProperty("rows")[0], "revenue"));
    }

    [Fact]
    public async Task Csv_has_a_line_for_each_row_and_no_formulas()
    {
        await _host.Use((SoraDatabase database) => database.CommerceLinks.Where(link => link.VideoId == "video_1")
            .ExecuteUpdateAsync(change => change.SetProperty(link => link.Campaign, "=cmd|'/c calc'!A1")));
        await Sell("1", "79.00", "USD", "video_1", null);
        using var answer = await _host.Client.GetAsync("/v1/reports?by=campaign&format=csv");
        Assert.Equal("text/csv", answer.Content.Headers.ContentType?.MediaType);
        var lines = (await answer.Content.ReadAsStringAsync()).Split("\r\n", StringSplitOptions.RemoveEmptyEntries);
        Assert.StartsWith("key,impressions,clicks,orders,revenue,", lines[0]);
        Assert.StartsWith("'=cmd", lines[1]);
    }

    [Theory]
    [InlineData("by=colour", "by")]
    [InlineData("from=yesterday", "from")]
    [InlineData("from=2026-02-01&to=2026-01-01", "from")]
    [InlineData("from=2020-01-01&to=2026-01-01", "from")]
    [InlineData("to=9999-12-31&from=9999-12-30", "from")]
    [InlineData("currency=QQQ", "currency")]
    [InlineData("rate=EUR", "rate")]
    [InlineData("rate=EUR:-1", "rate")]
    [InlineData("format=xml", "format")]
    public async Task What_is_no_report_is_refused_with_what_would_be(string query, string param)
    {
        using var answer = await _host.Client.GetAsync($"/v1/reports?{query}");
        Assert.Equal(param, (await answer.Error(HttpStatusCode.BadRequest)).Text("param"));
    }

    [Fact]
    public async Task Programs_prefetches_unknown_events_and_unknown_codes_are_not_counted()
    {
        Assert.Equal(HttpStatusCode.NoContent, await Play("0000000001", "impression", "Googlebot/2.1 (+http://www.google.com/bot.html)"));
        Assert.Equal(HttpStatusCode.BadRequest, await Play("0000000001", "bought"));
        Assert.Equal(HttpStatusCode.NotFound, await Play("nothing", "impression"));
        Assert.Equal(0, await _host.Use((SoraDatabase database) => database.Plays.CountAsync()));
    }

    [Fact]
    public async Task One_address_counts_so_many_a_minute_and_no_more()
    {
        foreach (var _ in Enumerable.Range(0, 150))
        {
            Assert.Equal(HttpStatusCode.NoContent, await Play("0000000001", "start"));
        }

        Assert.InRange(await _host.Use((SoraDatabase database) => database.Plays.SumAsync(play => play.Count)), 120, 145);
    }

    [Fact]
    public async Task Revenue_is_divided_to_the_coin_by_the_shares_of_its_time_and_balances()
    {
        await Sell("0", "10.00", "USD", "video_1", null);
        _host.Clock.Ahead = TimeSpan.FromMinutes(1);
        await _host.Client.PostJson("/v1/revenue/shares", """{"parties":{"agency":1,"holder:acme":1,"own":1}}""");
        _host.Clock.Ahead = TimeSpan.FromMinutes(2);
        await Sell("1", "100.00", "USD", "video_1", null);
        await _host.Client.PostJson("/v1/sales", Sale("r", "0.01", "USD", null, null, "refunded", "shop/1"));

        var revenue = await _host.Client.GetJson("/v1/revenue");
        var balances = revenue.GetProperty("balances").EnumerateArray().ToDictionary(one => one.Text("account")!, one => decimal.Parse(one.GetProperty("amount").Text("amount")!, System.Globalization.CultureInfo.InvariantCulture));
        Assert.Equal(0m, balances.Values.Sum());
        Assert.Equal((109.99m, -33.33m, -33.33m, -43.33m), (balances["revenue"], balances["agency"], balances["holder:acme"], balances["own"]));
        Assert.Equal(2, revenue.GetProperty("entries").GetArrayLength());
        using var refused = await _host.Client.SendJson("/v1/revenue/shares", """{"parties":{"agency":0}}""");
        Assert.Equal("parties", (await refused.Error(HttpStatusCode.BadRequest)).Text("param"));
    }

    [Fact]
    public async Task Attribution_is_shown_and_set()
    {
        Assert.Equal((30, "last"), Of(await _host.Client.GetJson("/v1/attribution")));
        Assert.Equal((7, "first"), Of(await _host.Client.PostJson("/v1/attribution", """{"window_days":7,"touch":"first"}""")));
        using var refused = await _host.Client.SendJson("/v1/attribution", """{"window_days":7,"touch":"middle"}""");
        Assert.Equal("touch", (await refused.Error(HttpStatusCode.BadRequest)).Text("param"));

        static (int, string?) Of(JsonElement answer) => (answer.GetProperty("window_days").GetInt32(), answer.Text("touch"));
    }

    private string Today => _host.Clock.GetUtcNow().ToString("yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture);

    private static int Int(JsonElement row, string name) => row.GetProperty(name).GetInt32();

    private static decimal Dec(JsonElement row, string name) => row.GetProperty(name).GetDecimal();

    private Task Sell(string id, string amount, string currency, string video, string? channel) =>
        _host.Client.PostJson("/v1/sales", Sale(id, amount, currency, video, channel));

    private string Sale(string id, string amount, string currency, string? video, string? channel, string kind = "paid", string? order = null) => JsonSerializer.Serialize(new
    {
        id,
        order = order ?? $"shop/{id}",
        kind,
        at = _host.Clock.GetUtcNow(),
        amount = new { amount, currency },
        evidence = video is null ? [] : new[] { new { kind = "order_attribute", video_id = video, channel = channel ?? "web" } },
    });

    private async Task<HttpStatusCode> Play(string code, string what, string agent = Browser)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, $"/plays/{code}?event={what}") { Content = new StringContent("ignored") };
        request.Headers.TryAddWithoutValidation("User-Agent", agent);
        using var answer = await _host.NewClient(null).SendAsync(request);
        Assert.False(answer.Headers.Contains("Set-Cookie"));
        return answer.StatusCode;
    }

    private async Task Visit(string code, string agent)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, $"/l/{code}");
        request.Headers.TryAddWithoutValidation("User-Agent", agent);
        (await _host.NewClient(null).SendAsync(request)).Dispose();
        await _host.VisitsWritten();
    }

    private static VideoRow Video(string id, string tenant, DateTimeOffset now) => new()
    {
        Id = id, TenantId = tenant, Model = "sora-2", CreatedAt = now, Size = "1280x720", MainChannel = "web", Seconds = 10, Request = "{}", Status = VideoStatus.Completed,
    };

    private static CommerceLinkRow Link(string code, string video, string tenant, DateTimeOffset now, string channel, string campaign) => new()
    {
        Code = code, TenantId = tenant, VideoId = video, Destination = "https://shop.example/cup", Channel = channel, Campaign = campaign, CreatedAt = now,
    };
}
