using System.Net;
using System.Text.Json;
using SoraFunctions.Api.Tests.Hosting;
using SoraFunctions.Pipeline.Campaigns.Runs;

namespace SoraFunctions.Api.Tests.Campaigns;

public class CampaignTests : IAsyncLifetime
{
    private const string Path = "/v1/campaigns";

    private const string Cups = """
        {"name":"Cups","products":[{"sku":"cup","product":{"title":"Red cup"}}],"locales":["de-DE","fr-FR"],"channels":["web"],
         "variants":[{"name":"a"},{"name":"b","hook":"Look"}],"schedule":{"cron":"0 0 9 ? * MON","time_zone":"Asia/Shanghai"}}
        """;

    private ApiHost _host = null!;

    public async Task InitializeAsync() => _host = await Start();

    public async Task DisposeAsync() => await _host.DisposeAsync();

    /// <summary>The host, over the database that is tested.</summary>
    protected virtual Task<ApiHost> Start() => ApiHost.Start();

    [Theory]
    [InlineData("/v1/campaigns")]
    [InlineData("/v1/campaigns/dry_run")]
    public async Task Schedule_that_is_over_is_refused(string path)
    {
        using var answer = await _host.Client.SendJson(path, """{"name":"Late","products":[{"sku":"a","product":{"title":"Cup"}}],"locales":["en"],"channels":["web"],"schedule":{"at":"2020-02-29T09:00:00Z"}}""");
        Assert.Equal("schedule", (await answer.Error(HttpStatusCode.BadRequest)).Text("param"));
    }

    [Fact]
    public async Task A_campaign_is_made_read_changed_held_and_deleted()
    {
        var made = await _host.Client.PostJson(Path, Cups);
        var id = made.Text("id");
        Assert.StartsWith("camp_", id);
        Assert.Equal(("campaign", "active", "Cups"), (made.Text("object"), made.Text("status"), made.Text("name")));
        Assert.Equal("Asia/Shanghai", made.GetProperty("campaign").GetProperty("schedule").Text("time_zone"));
        var next = DateTimeOffset.FromUnixTimeSeconds(made.GetProperty("next_run_at").GetInt64());
        Assert.Equal((DayOfWeek.Monday, 1), (next.DayOfWeek, next.Hour));

        Assert.Equal("Bowls", (await _host.Client.PostJson($"{Path}/{id}", Cups.Replace("Cups", "Bowls"))).Text("name"));
        Assert.Equal("paused", (await _host.Client.PostJson($"{Path}/{id}/pause", "{}")).Text("status"));
        Assert.Equal(JsonValueKind.Null, (await _host.Client.GetJson($"{Path}/{id}")).GetProperty("next_run_at").ValueKind);
        Assert.Equal("active", (await _host.Client.PostJson($"{Path}/{id}/resume", "{}")).Text("status"));
        Assert.Equal("Bowls", (await _host.Client.GetJson(Path)).GetProperty("data")[0].Text("name"));

        using var deleted = await _host.Client.DeleteAsync($"{Path}/{id}");
        Assert.Equal(HttpStatusCode.OK, deleted.StatusCode);
        await (await _host.Client.GetAsync($"{Path}/{id}")).Error(HttpStatusCode.NotFound);
    }

    [Fact]
    public async Task A_dry_run_shows_the_matrix_its_price_and_its_times_and_makes_nothing()
    {
        var forecast = await _host.Client.PostJson($"{Path}/dry_run", Cups);

        Assert.Equal((1, 4, 0, 4), (forecast.GetProperty("products").GetInt32(), forecast.GetProperty("cells").GetInt32(), forecast.GetProperty("existing").GetInt32(), forecast.GetProperty("to_make").GetInt32()));
        Assert.Equal(["cup-de-DE-web-a", "cup-fr-FR-web-a", "cup-de-DE-web-b", "cup-fr-FR-web-b"], forecast.GetProperty("matrix").EnumerateArray().Select(cell => cell.Text("name")));
        Assert.Equal(40, forecast.GetProperty("seconds").GetDecimal());
        Assert.Equal(5, forecast.GetProperty("next_runs_at").GetArrayLength());
        Assert.False(forecast.GetProperty("measured").GetBoolean());
        Assert.Empty(_host.Orchestrations.Started);
        Assert.Equal(0, (await _host.Client.GetJson(Path)).GetProperty("data").GetArrayLength());
    }

    [Theory]
    [InlineData("\"locales\":[\"de-DE\",\"fr-FR\"]", "\"locales\":[\"de-DE\",\"de-DE\"]", "locales[1]")]
    [InlineData("\"hook\":\"Look\"", "\"hok\":\"Look\"", "variants[1].hok")]
    [InlineData("Asia/Shanghai", "Asia/Atlantis", "schedule.time_zone")]
    [InlineData("0 0 9 ? * MON", "0 9 * * 1", "schedule.cron")]
    [InlineData("\"name\":\"Cups\",", "", "name")]
    public async Task A_refusal_names_the_field(string good, string bad, string field)
    {
        var refused = await (await _host.Client.SendJson(Path, Cups.Replace(good, bad))).Error(HttpStatusCode.BadRequest);

        Assert.Equal(field, refused.Text("param"));
    }

    [Fact]
    public async Task A_run_is_begun_once_for_a_key_and_skipped_beside_another()
    {
        var id = (await _host.Client.PostJson(Path, Cups)).Text("id");

        var run = (await _host.Client.PostJson($"{Path}/{id}/runs", "{}", "the-key")).Text("id");
        Assert.Equal(run, (await _host.Client.PostJson($"{Path}/{id}/runs", "{}", "the-key")).Text("id"));
        _host.Clock.Ahead += TimeSpan.FromSeconds(1);
        var second = await _host.Client.PostJson($"{Path}/{id}/runs", "{}");

        Assert.Equal("skipped", second.Text("status"));
        Assert.Equal("The run before was not done.", second.Text("reason"));
        Assert.Equal("default", Assert.IsType<RunOrder>(_host.Orchestrations.Started[run!]).Tenant);
        Assert.Equal(2, (await _host.Client.GetJson($"{Path}/{id}/runs")).GetProperty("data").GetArrayLength());
        await (await _host.Client.GetAsync($"{Path}/{id}/runs/{run}/export")).Error(HttpStatusCode.Conflict);
        await (await _host.Client.SendJson($"{Path}/{id}/runs/{run}/resume", "{}")).Error(HttpStatusCode.Conflict);
    }

    [Fact]
    public async Task Another_tenants_campaign_is_unknown_on_every_route()
    {
        var id = (await _host.Client.PostJson(Path, Cups)).Text("id");
        var run = (await _host.Client.PostJson($"{Path}/{id}/runs", "{}")).Text("id");
        using var other = await _host.OtherTenant("other");

        foreach (var path in new[] { "", "/learning", "/runs", $"/runs/{run}", $"/runs/{run}/cells", $"/runs/{run}/manifest", $"/runs/{run}/export" })
        {
            Assert.Equal(HttpStatusCode.NotFound, (await other.GetAsync($"{Path}/{id}{path}")).StatusCode);
        }

        foreach (var path in new[] { "/dry_run", "/pause", "/resume", "/runs", $"/runs/{run}/pause", $"/runs/{run}/resume", $"/runs/{run}/cancel", $"/runs/{run}/approve" })
        {
            Assert.Equal(HttpStatusCode.NotFound, (await other.SendJson($"{Path}/{id}{path}", "{}")).StatusCode);
        }

        Assert.Equal(HttpStatusCode.NotFound, (await other.SendJson($"{Path}/{id}", Cups)).StatusCode);
        Assert.Equal(HttpStatusCode.NotFound, (await other.DeleteAsync($"{Path}/{id}")).StatusCode);
    }

    [Fact]
    public async Task The_example_is_a_campaign()
    {
        var example = await File.ReadAllTextAsync(System.IO.Path.Combine(Examples(), "campaign", "campaign.json"));

        var forecast = await _host.Client.PostJson($"{Path}/dry_run", example);

        Assert.Equal(16, forecast.GetProperty("cells").GetInt32());
        Assert.Equal("Autumn-cups-cup-red-de-DE-tiktok-ad-calm", forecast.GetProperty("matrix")[0].Text("name"));
    }

    private static string Examples()
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (!Directory.Exists(System.IO.Path.Combine(folder!.FullName, "examples")))
        {
            folder = folder.Parent;
        }

        return System.IO.Path.Combine(folder.FullName, "examples");
    }
}
