using System.Net;
using System.Net.Http.Headers;
using System.Text;
using System.Text.Json;
using SoraFunctions.Contract.Renders;
using SoraFunctions.Service.Http;

namespace SoraFunctions.Service.Tests;

/// <summary>What only callers over HTTP see.</summary>
public sealed class HttpTests : IAsyncLifetime
{
    private readonly DeskUnderTest _under = new();
    private HttpHost _host = null!;
    private HttpClient _http = null!;

    public async Task InitializeAsync()
    {
        _host = await HttpHost.Start(_under.Desk, new DeskHttp { Token = "secret", AssetLimit = 1000, JobLimit = 10_000 });
        _http = _host.Client("secret");
    }

    public async Task DisposeAsync()
    {
        await _host.DisposeAsync();
        await _under.DisposeAsync();
    }

    private Task<HttpResponseMessage> Put(string path, string body) => _http.PutAsync(path, new StringContent(body, Encoding.UTF8, "application/json"));

    private static async Task<JsonElement> Error(HttpResponseMessage response) =>
        JsonDocument.Parse(await response.Content.ReadAsStringAsync()).RootElement.GetProperty("error");

    [Fact]
    public async Task New_asset_is_created_and_a_known_one_is_not()
    {
        var path = "/assets/" + Jobs.Hash(Jobs.Bytes("x"));
        Assert.Equal(HttpStatusCode.NoContent, (await _http.DeleteAsync(path)).StatusCode);
        Assert.Equal(HttpStatusCode.Created, (await Put(path, "x")).StatusCode);
        Assert.Equal(HttpStatusCode.NoContent, (await Put(path, "x")).StatusCode);
    }

    [Fact]
    public async Task Part_of_an_asset_can_be_had()
    {
        var hash = await _under.Worker.PutText("hello world");
        var request = new HttpRequestMessage(HttpMethod.Get, "/assets/" + hash) { Headers = { Range = new RangeHeaderValue(6, 10) } };
        var response = await _http.SendAsync(request);
        Assert.Equal(HttpStatusCode.PartialContent, response.StatusCode);
        Assert.Equal("world", await response.Content.ReadAsStringAsync());
        Assert.Equal($"\"{hash}\"", response.Headers.ETag?.Tag);
    }

    [Fact]
    public async Task Asset_may_be_cached_for_ever_and_its_absence_may_not()
    {
        var there = await _http.GetAsync("/assets/" + await _under.Worker.PutText("x"));
        var absent = await _http.GetAsync("/assets/" + Jobs.Hash(Jobs.Bytes("y")));
        Assert.Contains("immutable", there.Headers.CacheControl?.ToString());
        Assert.Equal(HttpStatusCode.NotFound, absent.StatusCode);
        Assert.Null(absent.Headers.CacheControl);
    }

    [Fact]
    public async Task Head_tells_the_length()
    {
        var hash = await _under.Worker.PutText("hello world");
        var response = await _http.SendAsync(new HttpRequestMessage(HttpMethod.Head, "/assets/" + hash));
        Assert.Equal(11, response.Content.Headers.ContentLength);
    }

    [Fact]
    public async Task Wrong_hash_is_a_400_that_tells_both()
    {
        var hash = Jobs.Hash(Jobs.Bytes("right"));
        var response = await Put("/assets/" + hash, "wrong");
        var error = await Error(response);
        Assert.Equal(HttpStatusCode.BadRequest, response.StatusCode);
        Assert.Contains(hash, error.GetProperty("message").GetString());
        Assert.Equal("invalid_request_error", error.GetProperty("type").GetString());
    }

    [Fact]
    public async Task Asset_above_the_limit_is_a_413()
    {
        var body = new string('a', 2000);
        Assert.Equal(HttpStatusCode.RequestEntityTooLarge, (await Put("/assets/" + Jobs.Hash(Jobs.Bytes(body)), body)).StatusCode);
    }

    [Fact]
    public async Task Job_is_accepted_once_and_known_afterwards()
    {
        const string job = """{"kind":"shot","order":{"engine":"fake","shot":{"id":"a","seconds":1,"subjects":["o"]},"cast":[{"id":"o","name":"O","form":"bottle"}],"look":{},"format":{"width":128,"height":128},"seed":3}}""";
        Assert.Equal(HttpStatusCode.Accepted, (await Put("/renders/k", job)).StatusCode);
        await _under.Worker.End("k");
        Assert.Equal(HttpStatusCode.OK, (await Put("/renders/k", job)).StatusCode);
    }

    [Theory]
    [InlineData("")]
    [InlineData("null")]
    [InlineData("{")]
    [InlineData("{}")]
    [InlineData("""{"kind":"hologram"}""")]
    [InlineData("""{"kind":"shot"}""")]
    [InlineData("""{"kind":"shot","order":{"seed":"1"}}""")]
    [InlineData("""{"kind":"cut","order":null}""")]
    [InlineData("""{"kind":"shot","order":{"engine":"fake","shot":{"id":"a","seconds":1,"subjects":[]},"cast":[],"look":{},"format":{"width":1,"height":1},"seed":1,"extra":1}}""")]
    public async Task Body_that_is_no_job_is_a_400(string body)
    {
        var response = await Put("/renders/k", body);
        Assert.Equal(HttpStatusCode.BadRequest, response.StatusCode);
        Assert.NotEqual("", (await Error(response)).GetProperty("message").GetString());
    }

    [Fact]
    public async Task Unknown_job_is_a_404_that_names_the_key()
    {
        var response = await _http.GetAsync("/renders/nobody");
        Assert.Equal(HttpStatusCode.NotFound, response.StatusCode);
        Assert.Contains("nobody", (await Error(response)).GetProperty("message").GetString());
    }

    [Theory]
    [InlineData(null)]
    [InlineData("wrong")]
    [InlineData("secret2")]
    [InlineData("")]
    public async Task Caller_without_the_token_is_a_401(string? token)
    {
        using var stranger = _host.Client(token);
        var response = await stranger.GetAsync("/renders/k");
        Assert.Equal(HttpStatusCode.Unauthorized, response.StatusCode);
        Assert.Equal("authentication_error", (await Error(response)).GetProperty("type").GetString());
    }

    [Fact]
    public async Task Health_and_readiness_need_no_token()
    {
        using var probe = _host.Client();
        Assert.Equal("ok", await probe.GetStringAsync("/healthz"));
        var ready = await probe.GetAsync("/readyz");
        var body = JsonDocument.Parse(await ready.Content.ReadAsStringAsync()).RootElement;
        Assert.Equal("fake", body.GetProperty("engines")[0].GetProperty("name").GetString());
        Assert.True(body.GetProperty("free_bytes").GetInt64() > 0);
    }

    [Theory]
    [InlineData("wait=abc")]
    [InlineData("wait=61")]
    [InlineData("wait=-1")]
    [InlineData("wait=NaN")]
    [InlineData("seen=2")]
    public async Task Wait_that_cannot_be_granted_is_a_400_that_names_the_field(string query)
    {
        var response = await _http.GetAsync("/renders/k?" + query);
        Assert.Equal(HttpStatusCode.BadRequest, response.StatusCode);
        Assert.Contains(query.Split('=')[0], (await Error(response)).GetProperty("message").GetString());
    }

    [Fact]
    public async Task Stopping_server_lets_waiting_callers_go_with_what_is_known()
    {
        _under.Engine.Middle = (_, _, _, cancellation) => Task.Delay(Timeout.Infinite, cancellation);
        await _under.Worker.Submit("k", Jobs.Shot(1), default);
        await _under.Engine.Begun;
        var wait = _http.GetStringAsync("/renders/k?wait=60&seen=0");
        await _host.Arrived;

        await _host.Stop();

        Assert.Contains("\"running\"", await wait);
    }
}
