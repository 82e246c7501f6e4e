using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using SoraFunctions.Api.Tests.Hosting;
using SoraFunctions.Pipeline.Data;

namespace SoraFunctions.Api.Tests.Posting;

public class IdempotencyTests : IAsyncLifetime
{
    private const string Order = """{"prompt":"a red ball","seconds":"8"}""";
    private ApiHost _host = null!;

    public async Task InitializeAsync() => _host = await Start();

    public async Task DisposeAsync() => await _host.DisposeAsync();

    /// <summary>The host, over the database that is tested.</summary>
    protected virtual Task<ApiHost> Start() => ApiHost.Start();

    [Fact]
    public async Task Same_key_and_body_give_the_same_answer()
    {
        using var first = await _host.Client.SendJson("/v1/videos", Order, "order-1");
        using var second = await _host.Client.SendJson("/v1/videos", """{ "seconds": "8", "prompt": "a red ball" }""", "order-1");

        Assert.Equal(await first.Content.ReadAsStringAsync(), await second.Content.ReadAsStringAsync());
        Assert.False(first.Headers.Contains("Idempotent-Replayed"));
        Assert.Equal("true", second.Headers.GetValues("Idempotent-Replayed").Single());
        Assert.Equal("order-1", second.Headers.GetValues("Idempotency-Key").Single());
        Assert.Single(_host.Orchestrations.Started);
    }

    [Fact]
    public async Task Form_with_another_boundary_is_the_same_request()
    {
        async Task<string> Send(string boundary)
        {
            using var form = new MultipartFormDataContent(boundary) { { new StringContent("a red ball"), "prompt" } };
            using var request = new HttpRequestMessage(HttpMethod.Post, "/v1/videos") { Content = form, Headers = { { "Idempotency-Key", "form" } } };
            using var answer = await _host.Client.SendAsync(request);
            Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
            return (await answer.Content.ReadFromJsonAsync<JsonElement>()).Text("id")!;
        }

        Assert.Equal(await Send("one"), await Send("two"));
    }

    [Fact]
    public async Task Same_key_with_another_body_or_path_is_refused()
    {
        await _host.Client.PostJson("/v1/videos", Order, "order-1");

        using var body = await _host.Client.SendJson("/v1/videos", """{"prompt":"a blue ball"}""", "order-1");
        Assert.Equal("idempotency_conflict", (await body.Error(HttpStatusCode.UnprocessableEntity)).Text("code"));
        using var path = await _host.Client.SendJson("/v1/ads", Order, "order-1");
        await path.Error(HttpStatusCode.UnprocessableEntity);
        Assert.Single(_host.Orchestrations.Started);
    }

    [Fact]
    public async Task Requests_at_once_make_one_video()
    {
        var answers = await Task.WhenAll(Enumerable.Range(0, 12).Select(_ => _host.Client.SendJson("/v1/videos", Order, "order-1")));

        var statuses = answers.Select(answer => answer.StatusCode).ToList();
        Assert.Contains(HttpStatusCode.OK, statuses);
        Assert.All(statuses, status => Assert.True(status is HttpStatusCode.OK or HttpStatusCode.Conflict, status.ToString()));
        Assert.Single(_host.Orchestrations.Started);
        Assert.Equal(1, (await _host.Client.GetJson("/v1/videos")).GetProperty("data").GetArrayLength());
    }

    [Fact]
    public async Task Request_in_flight_elsewhere_is_told_to_come_back()
    {
        await Reserve(createdAt: _host.Clock.GetUtcNow().AddSeconds(1));

        using var answer = await _host.Client.SendJson("/v1/videos", Order, "order-1");

        Assert.Equal("idempotency_in_flight", (await answer.Error(HttpStatusCode.Conflict)).Text("code"));
        Assert.Equal("1", answer.Headers.GetValues("Retry-After").Single());
    }

    [Fact]
    public async Task What_a_crash_left_behind_is_completed_under_the_same_id()
    {
        _host.Orchestrations.FailNextStart = new IOException("the power went");
        using (var broken = await _host.Client.SendJson("/v1/videos", Order, "order-1"))
        {
            var error = await broken.Error(HttpStatusCode.InternalServerError);
            Assert.DoesNotContain("power", error.Text("message"));
        }

        var left = Assert.Single((await _host.Client.GetJson("/v1/videos")).GetProperty("data").EnumerateArray()).Text("id");

        var video = await _host.Client.PostJson("/v1/videos", Order, "order-1");

        Assert.Equal(left, video.Text("id"));
        Assert.Equal(left, Assert.Single(_host.Orchestrations.Started).Key);
    }

    [Fact]
    public async Task Reservation_of_a_process_that_is_gone_is_taken_over()
    {
        await Reserve(createdAt: _host.Clock.GetUtcNow().AddMinutes(-1));
        Assert.Equal("queued", (await _host.Client.PostJson("/v1/videos", Order, "order-1")).Text("status"));
    }

    [Fact]
    public async Task Refused_request_does_not_use_up_its_key()
    {
        using var refused = await _host.Client.SendJson("/v1/videos", """{"prompt":""}""", "order-1");
        await refused.Error(HttpStatusCode.BadRequest);
        Assert.Equal("queued", (await _host.Client.PostJson("/v1/videos", Order, "order-1")).Text("status"));
    }

    [Fact]
    public async Task Key_is_free_again_after_a_day()
    {
        var first = await _host.Client.PostJson("/v1/videos", Order, "order-1");
        _host.Clock.Ahead = TimeSpan.FromHours(25);
        var second = await _host.Client.PostJson("/v1/videos", Order, "order-1");
        Assert.NotEqual(first.Text("id"), second.Text("id"));
    }

    [Fact]
    public async Task Keys_of_two_tenants_do_not_meet()
    {
        using var other = await _host.OtherTenant("other");
        var mine = await _host.Client.PostJson("/v1/videos", Order, "order-1");
        var theirs = await other.PostJson("/v1/videos", Order, "order-1");
        Assert.NotEqual(mine.Text("id"), theirs.Text("id"));
    }

    private async Task Reserve(DateTimeOffset createdAt)
    {
        await _host.Client.PostJson("/v1/videos", Order, "order-1");
        await _host.Use(async (SoraDatabase database) =>
        {
            var row = await database.Idempotency.AsNoTracking().SingleAsync();
            await database.Idempotency.ExecuteDeleteAsync();
            database.Idempotency.Add(new IdempotencyRow
            {
                TenantId = row.TenantId, Key = row.Key, RequestHash = row.RequestHash, CreatedAt = createdAt,
            });
            return await database.SaveChangesAsync();
        });
    }
}
