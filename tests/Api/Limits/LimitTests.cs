using System.Net;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using SoraFunctions.Api.Limits;
using SoraFunctions.Api.Tests.Hosting;
using SoraFunctions.Pipeline.Data;
using SoraFunctions.Pipeline.Quotas;
using SoraFunctions.Pipeline.Requests;
using SoraFunctions.Pipeline.Videos;

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
    public async Task Machines_together_let_in_what_one_would()
    {
        var clock = new TestClock { Stopped = true };
        var (first, second) = (Machine(clock), Machine(clock));
        var party = new LimitedParty("key_1", 120, 1);
        async Task<int> Allowed(int each) => (await Task.WhenAll(Enumerable.Range(0, 2 * each).Select(
            index => Task.Run(() => (index % 2 == 0 ? first : second).Count(party, default).AsTask())))).Count(verdict => verdict.Allowed);

        Assert.Equal(120, await Allowed(100));
        var refused = await first.Count(party, default);
        Assert.Equal((false, 0, TimeSpan.FromSeconds(0.5)), (refused.Allowed, refused.Left, refused.Wait));

        clock.Ahead += TimeSpan.FromSeconds(3);
        Assert.Equal(6, await Allowed(20));
        Assert.True((await Machine(clock).Count(party with { Id = "key_2" }, default)).Allowed);
    }

    [Fact]
    public async Task Machines_together_save_up_no_more_than_a_party_may()
    {
        var clock = new TestClock { Stopped = true };
        var (first, second) = (Machine(clock), Machine(clock));
        var party = new LimitedParty("orders of shop", 600, 1) { Burst = TimeSpan.FromSeconds(5) };
        var allowed = 0;
        for (var turn = 0; turn < 200; turn++)
        {
            allowed += (await (turn % 2 == 0 ? first : second).Count(party, default)).Allowed ? 1 : 0;
        }

        Assert.Equal(50, allowed);
        clock.Ahead += TimeSpan.FromSeconds(2.5);
        Assert.Equal(25, (await Task.WhenAll(Enumerable.Range(0, 60).Select(_ => second.Count(party, default).AsTask()))).Count(verdict => verdict.Allowed));
    }

    [Fact]
    public async Task Machines_divide_what_is_answered_at_once_among_those_that_are_there()
    {
        var clock = new TestClock { Stopped = true };
        Machines New() => new(_host.Services.GetRequiredService<IServiceScopeFactory>(), clock);
        var (one, other) = (New(), New());
        var before = await one.Count(default);
        await other.Count(default);
        clock.Ahead += TimeSpan.FromSeconds(21);
        Assert.Equal(before + 1, await one.Count(default));

        using var limits = new RequestLimits(one);
        var party = new LimitedParty("key_1", 1, 2 * (before + 1));
        using (await limits.Enter(party, default))
        {
            using var second = await limits.Enter(party, default);
            using var third = await limits.Enter(party, default);
            Assert.Equal((true, false), (second.IsAcquired, third.IsAcquired));
        }

        clock.Ahead += TimeSpan.FromSeconds(61);
        Assert.Equal(1, await one.Count(default));
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
        Assert.True((await _host.Client.SendJson("/v1/ads", """{"prompt":"a ball","engine":"remote-gpu","seconds":4}""")).IsSuccessStatusCode);
    }

    [Fact]
    public async Task Spend_cap_lets_in_exactly_what_it_leaves_however_many_come_at_once()
    {
        await _host.Client.PostJson("/v1/remotes", """{"name":"remote-gpu","url":"https://gpu.example.com/v1","key":"sk-remote-0123456789abcdef","price_per_second_usd":0.1}""");
        await _host.Client.PutJson("/v1/tenant", """{"spend_caps":{"per_month_usd":4.1}}""");

        var answers = await Task.WhenAll(Enumerable.Range(0, 16).Select(index =>
            _host.Client.SendJson("/v1/ads", $$"""{"prompt":"ball {{index}}","engine":"remote-gpu","seconds":8}""")));

        Assert.Equal(5, answers.Count(answer => answer.IsSuccessStatusCode));
        Assert.Equal(["spend_cap_reached"], (await Task.WhenAll(answers.Where(answer => !answer.IsSuccessStatusCode).Select(Code))).Distinct());
        Assert.Equal(4_000_000, await _host.Use((SoraDatabase database) => database.Videos.SumAsync(video => video.EstimatedMicroDollars)));
    }

    [Fact]
    public async Task Order_that_breaks_off_while_it_is_written_down_is_not_counted()
    {
        await Limits("""{"videos_per_day":1}""");
        var order = new NewVideo("default", $"video_{Guid.CreateVersion7():n}", "world", new VideoRequest { Prompt = "A ball", Seconds = 4 });
        await _host.Use(async (SoraDatabase database, VideoIntake intake) =>
        {
            database.SavingChanges += (_, _) => throw new IOException("The machine is gone.");
            return await Assert.ThrowsAsync<IOException>(() => intake.Accept(order, default));
        });
        Assert.Equal(0, await _host.Use((SoraDatabase database) => database.QuotaUses.SumAsync(row => row.Videos)));

        Assert.Equal(order.VideoId, (await Accepted(order)).Id);
        Assert.Equal("quota_exceeded", (await Assert.ThrowsAsync<QuotaExceededException>(() => Accepted(order with { VideoId = $"video_{Guid.CreateVersion7():n}" }))).Code);
    }

    [Fact]
    public async Task Order_that_comes_from_several_sides_at_once_is_counted_once()
    {
        await Limits("""{"videos_per_day":3,"seconds_per_month":100}""");
        var order = new NewVideo("default", $"video_{Guid.CreateVersion7():n}", "world", new VideoRequest { Prompt = "A ball", Seconds = 4 });

        await Task.WhenAll(Enumerable.Range(0, 8).Select(_ => Accepted(order)));

        Assert.Equal([(1, 4_000L), (1, 4_000L)], (await _host.Use((SoraDatabase database) => database.QuotaUses.ToListAsync())).Select(row => (row.Videos, row.Milliseconds)));
    }

    /// <summary>The host, over the database that is tested.</summary>
    protected virtual Task<ApiHost> Start() => ApiHost.Start(new ApiOptions { OperatorTenant = "default" });

    private SharedRates Machine(TestClock clock) => new(_host.Services.GetRequiredService<IServiceScopeFactory>(), clock);

    private Task<VideoRow> Accepted(NewVideo order) => _host.Use((VideoIntake intake) => intake.Accept(order, default));

    private Task Limits(string limits) => _host.Client.PutJson("/v1/tenants/default/limits", limits);

    private static string? Header(HttpResponseMessage answer, string name) => answer.Headers.TryGetValues(name, out var values) ? values.Single() : null;

    private static async Task<string?> Code(HttpResponseMessage answer) => (await answer.Error(HttpStatusCode.TooManyRequests)).Text("code");
}
