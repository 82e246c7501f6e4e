using System.Net;
using SoraFunctions.Api.Tests.Hosting;

namespace SoraFunctions.Api.Tests.Webhooks;

public class WebhookEndpointTests : IAsyncLifetime
{
    private const string Path = "/v1/webhook_endpoints";
    private const string Good = """{"url":"https://example.com/hook","event_types":["video.completed"],"name":"n"}""";
    private ApiHost _host = null!;

    public async Task InitializeAsync() => _host = await Start();

    public async Task DisposeAsync() => await _host.DisposeAsync();

    /// <summary>The host, over the database that is tested.</summary>
    protected virtual Task<ApiHost> Start() => ApiHost.Start();

    [Fact]
    public async Task Secret_is_shown_when_it_is_new_and_never_again()
    {
        var made = await _host.Client.PostJson(Path, Good);
        var secret = made.Text("signing_secret")!;
        var id = made.Text("id");

        Assert.EndsWith(secret[^4..], made.Text("signing_secret_hint"));
        Assert.False((await _host.Client.GetJson($"{Path}/{id}")).TryGetProperty("signing_secret", out _));
        Assert.False((await _host.Client.GetJson(Path)).GetProperty("data")[0].TryGetProperty("signing_secret", out _));
        var rotated = await _host.Client.PostJson($"{Path}/{id}/rotate_secret", """{"keep_old_secret_active_for_24_hours":true}""");
        Assert.NotEqual(secret, rotated.Text("signing_secret"));
    }

    [Fact]
    public async Task Endpoint_is_changed_and_deleted()
    {
        var id = (await _host.Client.PostJson(Path, Good)).Text("id");
        var changed = await _host.Client.PostJson($"{Path}/{id}", """{"name":"other","event_types":["video.failed"]}""");
        Assert.Equal(("other", "https://example.com/hook"), (changed.Text("name"), changed.Text("url")));
        Assert.Equal("video.failed", Assert.Single(changed.GetProperty("event_types").EnumerateArray()).GetString());

        using var deleted = await _host.Client.DeleteAsync($"{Path}/{id}");
        Assert.Equal(HttpStatusCode.OK, deleted.StatusCode);
        using var gone = await _host.Client.GetAsync($"{Path}/{id}");
        await gone.Error(HttpStatusCode.NotFound);
    }

    [Fact]
    public async Task Tenants_are_walls()
    {
        var id = (await _host.Client.PostJson(Path, Good)).Text("id");
        using var other = await _host.OtherTenant("other");
        using var read = await other.GetAsync($"{Path}/{id}");
        await read.Error(HttpStatusCode.NotFound);
        using var rotate = await other.SendJson($"{Path}/{id}/rotate_secret", "{}");
        await rotate.Error(HttpStatusCode.NotFound);
        Assert.Equal(0, (await other.GetJson(Path)).GetProperty("data").GetArrayLength());
    }

    [Theory]
    [InlineData("""{"url":"http://127.0.0.1/hook","event_types":["video.completed"]}""", "url")]
    [InlineData("""{"url":"http://[fd00::1]/hook","event_types":["video.completed"]}""", "url")]
    [InlineData("""{"url":"hook","event_types":["video.completed"]}""", "url")]
    [InlineData("""{"url":"https://example.com/","event_types":[]}""", "event_types")]
    [InlineData("""{"url":"https://example.com/","event_types":["batch.completed"]}""", "event_types[0]")]
    [InlineData("""{"url":"https://example.com/"}""", "event_types")]
    [InlineData("""{"url":"https://example.com/","event_types":["video.failed"],"secret":"x"}""", "secret")]
    public async Task Bad_endpoint_is_refused(string json, string param)
    {
        using var answer = await _host.Client.SendJson(Path, json);
        Assert.Equal(param, (await answer.Error(HttpStatusCode.BadRequest)).Text("param"));
    }
}
