using Microsoft.AspNetCore.Http;
using Microsoft.EntityFrameworkCore;
using SoraFunctions.Api.Tests.Hosting;
using SoraFunctions.Pipeline.Data;
using SoraFunctions.Pipeline.Webhooks;

namespace SoraFunctions.Api.Tests.Webhooks;

public class WebhookDeliveryTests : IAsyncLifetime
{
    private ApiHost _host = null!;

    public async Task InitializeAsync() => _host = await Start();

    public async Task DisposeAsync() => await _host.DisposeAsync();

    /// <summary>The host, over the database that is tested.</summary>
    protected virtual Task<ApiHost> Start() => ApiHost.Start(new ApiOptions { AllowLocalNetwork = true });

    [Fact]
    public async Task Event_reaches_the_endpoints_that_asked_for_it_and_is_prepared_once()
    {
        var first = await Endpoint(_host.Client, "http://127.0.0.1:9/a", "video.completed");
        await Endpoint(_host.Client, "http://127.0.0.1:9/b", "video.failed");
        using var other = await _host.OtherTenant("other");
        await Endpoint(other, "http://127.0.0.1:9/c", "video.completed");
        var video = await Video();

        var ids = await Prepare(video);
        Assert.Equal(ids, await Prepare(video));

        var row = Assert.Single(await _host.Use((SoraDatabase database) => database.WebhookDeliveries.ToListAsync()));
        Assert.Equal([row.Id], ids);
        Assert.Equal(first, row.EndpointId);
        Assert.Contains(video, row.Payload);
    }

    [Fact]
    public async Task Event_is_signed_heard_and_not_sent_again()
    {
        await using var receiver = await Receiver.Start(204);
        await Endpoint(_host.Client, $"{receiver.Url}/hook", "video.completed");
        var id = Assert.Single(await Prepare(await Video()));

        Assert.Equal(new WebhookOutcome(true, true, 204), await Attempt(id, 1));
        Assert.Equal(new WebhookOutcome(true, true, 204), await Attempt(id, 1));

        var (headers, body) = Assert.Single(receiver.Heard);
        var secret = (await _host.Use((SoraDatabase database) => database.WebhookEndpoints.SingleAsync())).Secret;
        var at = DateTimeOffset.FromUnixTimeSeconds(long.Parse(headers["webhook-timestamp"].ToString()));
        Assert.Equal(WebhookSigner.Sign([secret], id, at, body), headers["webhook-signature"].ToString());
        Assert.Equal(id, headers["webhook-id"].ToString());
        Assert.Equal("application/json", headers.ContentType.ToString());
    }

    [Fact]
    public async Task Endpoint_is_tried_with_a_signed_event_and_it_is_said_what_came_back()
    {
        await using var receiver = await Receiver.Start(204);
        var good = await Endpoint(_host.Client, $"{receiver.Url}/hook", "video.completed");
        var told = await _host.Client.PostJson($"/v1/webhook_endpoints/{good}/test", """{"event_type":"video.completed"}""");
        Assert.Equal(204, told.GetProperty("status_code").GetInt32());
        var (headers, body) = Assert.Single(receiver.Heard);
        var secret = (await _host.Use((SoraDatabase database) => database.WebhookEndpoints.SingleAsync())).Secret;
        var at = DateTimeOffset.FromUnixTimeSeconds(long.Parse(headers["webhook-timestamp"].ToString()));
        Assert.Equal(WebhookSigner.Sign([secret], headers["webhook-id"].ToString(), at, body), headers["webhook-signature"].ToString());
        Assert.Contains("\"type\":\"video.completed\"", body);

        await using var broken = await Receiver.Start(500);
        var bad = await Endpoint(_host.Client, $"{broken.Url}/hook", "video.completed");
        using var refused = await _host.Client.SendJson($"/v1/webhook_endpoints/{bad}/test", """{"event_type":"video.completed"}""");
        var error = await refused.Error(System.Net.HttpStatusCode.BadRequest);
        Assert.Equal("webhook_test_failed", error.Text("code"));
        Assert.Contains("status 500", error.Text("message"));
    }

    [Theory]
    [InlineData(500)]
    [InlineData(302)]
    [InlineData(404)]
    public async Task Other_answer_is_a_failure_and_no_redirect_is_followed(int status)
    {
        await using var receiver = await Receiver.Start(http =>
        {
            http.Response.StatusCode = status;
            http.Response.Headers.Location = "/elsewhere";
            return Task.CompletedTask;
        });
        await Endpoint(_host.Client, $"{receiver.Url}/hook", "video.completed");
        var id = Assert.Single(await Prepare(await Video()));

        Assert.Equal(new WebhookOutcome(false, false, status), await Attempt(id, 1));
        Assert.Single(receiver.Heard);
    }

    [Fact]
    public async Task Endpoint_that_says_gone_is_disabled()
    {
        await using var receiver = await Receiver.Start(410);
        var endpoint = await Endpoint(_host.Client, $"{receiver.Url}/hook", "video.completed");
        var id = Assert.Single(await Prepare(await Video()));

        Assert.Equal(new WebhookOutcome(false, true, 410), await Attempt(id, 1));
        Assert.Empty(await Prepare(await Video()));
        Assert.True((await _host.Client.GetJson($"/v1/webhook_endpoints/{endpoint}")).TryGetProperty("disabled_at", out _));
    }

    [Fact]
    public async Task Endpoint_that_is_not_there_is_tried_again()
    {
        await Endpoint(_host.Client, "http://127.0.0.1:9/a", "video.completed");
        Assert.Equal(new WebhookOutcome(false, false, 0), await Attempt(Assert.Single(await Prepare(await Video())), 1));
    }

    private async Task<string> Video() => (await _host.Client.PostJson("/v1/videos", """{"prompt":"a red ball"}""")).Text("id")!;

    private static async Task<string> Endpoint(HttpClient client, string url, string type) => (await client.PostJson(
        "/v1/webhook_endpoints", $$"""{"url":"{{url}}","event_types":["{{type}}"],"name":"n"}""")).Text("id")!;

    private Task<IReadOnlyList<string>> Prepare(string video) =>
        _host.Use((WebhookAnnouncement announcement) => announcement.Prepare(video, WebhookEvents.VideoCompleted, default));

    private Task<WebhookOutcome> Attempt(string id, int number) =>
        _host.Use((WebhookAttemptActivity activity) => activity.Run(new WebhookAttempt(id, number), default));
}
