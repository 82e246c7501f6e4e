using System.Net;
using Microsoft.EntityFrameworkCore;
using SoraFunctions.Api.Tests.Hosting;
using SoraFunctions.Pipeline.Data;
using SoraFunctions.Pipeline.Webhooks;

namespace SoraFunctions.Api.Tests.Webhooks;

/// <summary>Events that nobody heard, and telling them again.</summary>
public class ReplayTests : IAsyncLifetime
{
    private ApiHost _host = null!;

    public async Task InitializeAsync() => _host = await Start();

    public async Task DisposeAsync() => await _host.DisposeAsync();

    /// <summary>The host, over the database that is tested.</summary>
    protected virtual Task<ApiHost> Start() => ApiHost.Start(new ApiOptions { AllowLocalNetwork = true });

    [Fact]
    public async Task Event_that_nobody_heard_for_three_days_is_dead_until_it_is_told_again()
    {
        await using var receiver = await Receiver.Start(204);
        var endpoint = (await _host.Client.PostJson("/v1/webhook_endpoints", $$"""{"url":"{{receiver.Url}}/hook","event_types":["video.completed"]}""")).Text("id");
        var video = (await _host.Client.PostJson("/v1/videos", """{"prompt":"a ball"}""")).Text("id")!;
        var id = Assert.Single(await _host.Use((WebhookAnnouncement announcement) => announcement.Prepare(video, "video.completed", default)));
        var path = $"/v1/webhook_endpoints/{endpoint}/deliveries";
        Assert.Equal("pending", (await One(path)).Text("status"));

        _host.Clock.Ahead = TimeSpan.FromHours(73);
        Assert.Equal(id, (await One($"{path}?status=dead")).Text("id"));
        Assert.Empty((await _host.Client.GetJson($"{path}?status=pending")).GetProperty("data").EnumerateArray());

        var replayed = await _host.Client.PostJson($"{path}/{id}/replay", "{}");
        Assert.Equal("pending", replayed.Text("status"));
        Assert.Contains(_host.Orchestrations.Started.Keys, started => started.StartsWith($"{id}.", StringComparison.Ordinal));
        Assert.Equal(new WebhookOutcome(true, true, 204), await _host.Use((WebhookAttemptActivity activity) => activity.Run(new WebhookAttempt(id, 1), default)));
        Assert.Equal(id, Assert.Single(receiver.Heard).Headers["webhook-id"].ToString());
        Assert.Equal("delivered", (await One(path)).Text("status"));
    }

    [Fact]
    public async Task Endpoint_listens_on_ports_of_the_web_alone()
    {
        await using var strict = await ApiHost.Start();
        using var refused = await strict.Client.SendJson("/v1/webhook_endpoints", """{"url":"https://hooks.example:5432/x","event_types":["video.completed"]}""");
        var error = await refused.Error(HttpStatusCode.BadRequest);
        Assert.Equal("url", error.Text("param"));
        Assert.Contains("80, 443, 8080, 8443", error.Text("message"));
        await strict.Client.PostJson("/v1/webhook_endpoints", """{"url":"https://hooks.example:8443/x","event_types":["video.completed"]}""");
    }

    private async Task<System.Text.Json.JsonElement> One(string path) => Assert.Single((await _host.Client.GetJson(path)).GetProperty("data").EnumerateArray());
}
