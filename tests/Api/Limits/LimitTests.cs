using System.Net;
using SoraFunctions.Api.Tests.Hosting;

namespace SoraFunctions.Api.Tests.Limits;

public class LimitTests : IAsyncLifetime
{
    private ApiHost _host = null!;

    public async Task InitializeAsync() => _host = await Start();

    public async Task DisposeAsync() => await _host.DisposeAsync();

    [Fact]
    public async Task Key_that_sends_too_much_is_told_when_to_come_back_and_others_are_not_held_up()
    {
        var key = (await _host.Client.PostJson("/v1/api_keys", """{"scopes":["read"],"requests_per_minute":2}""")).Text("value");
        using var client = _host.NewClient(key);
        using var first = await client.GetAsync("/v1/videos");
        Assert.Equal(("2", "1"), (Header(first, "x-ratelimit-limit-requests"), Header(first, "x-ratelimit-remaining-requests")));
        await client.GetAsync("/v1/videos");

        using var third = await client.GetAsync("/v1/videos");
        Assert.Equal("rate_limit_exceeded", (await third.Error(HttpStatusCode.TooManyRequests)).Text("code"));
        Assert.InRange(int.Parse(Header(third, "retry-after")!), 1, 30);
        Assert.InRange(int.Parse(Header(third, "retry-after-ms")!), 1, 30_000);
        Assert.Equal(HttpStatusCode.OK, (await _host.Client.GetAsync("/v1/videos")).StatusCode);
    }

    [Fact]
    public async Task Quota_of_a_day_lets_in_exactly_as_many_however_many_come_at_once_and_begins_anew()
    {
        await Limits("""{"videos_per_day":5}""");
        var answers = await Task.WhenAll(Enumerable.Range(0, 12).Select(index => _host.Client.SendJson("/v1/videos", $$"""{"prompt":"ball {{index}}"}""")));

        Assert.Equal(5, answers.Count(answer => answer.IsSuccessStatusCode));
        var refused = answers.First(answer => !answer.IsSuccessStatusCode);
        Assert.Equal(("quota_exceeded", "insufficient_quota"), (await Code(refused), (await refused.Error(HttpStatusCode.TooManyRequests)).Text("type")));
        Assert.Equal("false", Header(refused, "x-should-retry"));

        _host.Clock.Ahead = TimeSpan.FromDays(1);
        Assert.True((await _host.Client.SendJson("/v1/videos", """{"prompt":"ball"}""")).IsSuccessStatusCode);
    }

    [Fact]
    public async Task Repeated_order_is_counted_once()
    {
        await Limits("""{"videos_per_day":1}""");
        var first = await _host.Client.PostJson("/v1/videos", """{"prompt":"ball"}""", "once");
        Assert.Equal(first.Text("id"), (await _host.Client.PostJson("/v1/videos", """{"prompt":"ball"}""", "once")).Text("id"));
    }

    [Fact]
    public async Task Seconds_of_a_month_are_those_of_all_renditions()
    {
        await Limits("""{"seconds_per_month":20}""");
        await _host.Client.PostJson("/v1/ads", """{"prompt":"ball","seconds":8,"channels":["web","instagram-reels"]}""");
        using var more = await _host.Client.SendJson("/v1/ads", """{"prompt":"ball","seconds":8}""");
        Assert.Equal("quota_exceeded", (await more.Error(HttpStatusCode.TooManyRequests)).Text("code"));
    }

    [Fact]
    public async Task Spend_cap_counts_what_was_booked_and_what_is_expected()
    {
        await _host.Client.PostJson("/v1/remotes", """{"name":"remote-gpu","url":"https://gpu.example.com/v1","key":"sk-remote-0123456789abcdef","price_per_second_usd":0.1}""");
        await _host.Client.PutJson("/v1/tenant", """{"spend_caps":{"per_day_usd":1.5}}""");
        const string Order = """{"prompt":"a ball","engine":"remote-gpu","seconds":8}""";
        await _host.Client.PostJson("/v1/ads", Order);
        using var refused = await _host.Client.SendJson("/v1/ads", Order);
        var error = await refused.Error(HttpStatusCode.TooManyRequests);
        Assert.Equal("spend_cap_reached", error.Text("code"));
        Assert.Contains("leaves 0.7", error.Text("message"));
        Assert.True((await _host.Client.SendJson("/v1/ads", """{"prompt":"a ball","engine":"remote-gpu","seconds":7}""")).IsSuccessStatusCode);
    }

    /// <summary>The host, over the database that is tested.</summary>
    protected virtual Task<ApiHost> Start() => ApiHost.Start(new ApiOptions { OperatorTenant = "default" });

    private Task Limits(string limits) => _host.Client.PutJson("/v1/tenants/default/limits", limits);

    private static string? Header(HttpResponseMessage answer, string name) => answer.Headers.TryGetValues(name, out var values) ? values.Single() : null;

    private static async Task<string?> Code(HttpResponseMessage answer) => (await answer.Error(HttpStatusCode.TooManyRequests)).Text("code");
}
