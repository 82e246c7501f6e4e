using System.Net;
using System.Text;
using System.Text.Json;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;
using Microsoft.Azure.Functions.Worker;
using Microsoft.Extensions.DependencyInjection;
using SoraFunctions.Azure.Durable;
using SoraFunctions.Azure.Tests.Doubles;
using SoraFunctions.Pipeline.Videos;

namespace SoraFunctions.Azure.Tests.Http;

public sealed class HttpDoorTests(SharedAzureHost shared) : IClassFixture<SharedAzureHost>
{
    // Who comes here shows a signature in place of a key.
    private static readonly string[] _signed = ["v1/shopify/webhooks", "v1/shopify/callback", "v1/shopify/app"];

    private readonly ClientDouble _client = new();
    private readonly AzureHost _host = shared.Host;

    public static TheoryData<string, string> Routes()
    {
        var routes = new TheoryData<string, string>();
        foreach (var entry in FunctionEntry.With<HttpTriggerAttribute>())
        {
            foreach (var method in ((HttpTriggerAttribute)entry.Binding).Methods ?? [])
            {
                routes.Add(entry.Name, method.ToUpperInvariant());
            }
        }

        return routes;
    }

    [Theory]
    [MemberData(nameof(Routes))]
    public async Task Function_reaches_the_endpoint_of_its_route(string function, string method)
    {
        var route = RouteOf(function);
        var path = "/" + route.Replace("{id}", "x", StringComparison.Ordinal)
            .Replace("{code}", "abcdef", StringComparison.Ordinal).Replace("{file}", "video.mp4", StringComparison.Ordinal);
        var http = Request(method, path, _host.Key, "{}");
        await Call(function, http);
        var reached = http.GetEndpoint() as RouteEndpoint;

        Assert.Equal(route, reached?.RoutePattern.RawText?.Trim('/'));
        Assert.Contains(method, reached!.Metadata.GetMetadata<HttpMethodMetadata>()!.HttpMethods);
        Assert.NotEqual("method_not_allowed", Code(http));
    }

    [Fact]
    public async Task Function_without_a_key_is_refused_by_the_api()
    {
        foreach (var entry in FunctionEntry.With<HttpTriggerAttribute>().Where(entry => RouteOf(entry.Name).StartsWith("v1/", StringComparison.Ordinal) && !_signed.Contains(RouteOf(entry.Name))))
        {
            var http = Request(((HttpTriggerAttribute)entry.Binding).Methods![0], "/" + RouteOf(entry.Name), key: null);
            await Call(entry.Name, http);
            Assert.Equal(401, http.Response.StatusCode);
        }
    }

    [Theory]
    [InlineData("GET", "/nowhere", 404, "not_found")]
    [InlineData("PATCH", "/v1/videos", 405, "method_not_allowed")]
    public async Task Path_or_method_that_no_route_has_gets_the_error_object(string method, string path, int status, string code)
    {
        var http = Request(method, path, _host.Key);
        await Call("Other", http);
        Assert.Equal(status, http.Response.StatusCode);
        Assert.Equal(code, Code(http));
    }

    [Fact]
    public async Task Created_video_is_stored_and_its_orchestration_started_with_the_client_of_the_binding()
    {
        var http = Request("POST", "/v1/videos", _host.Key, """{"prompt":"a red ball","seconds":"4"}""");
        await Call("CreateVideo", http);

        Assert.Equal(200, http.Response.StatusCode);
        var id = Body(http).GetProperty("id").GetString();
        var started = Assert.Single(_client.Calls);
        Assert.Equal(("schedule", id, "Video"), (started.What, started.InstanceId, started.With[0]));
        Assert.Equal(id, Assert.IsType<VideoOrder>(started.With[1]).VideoId);
    }

    [Fact]
    public async Task Answer_is_written_by_the_api_and_the_function_gives_an_empty_result()
    {
        var http = Request("GET", "/healthz", key: null);
        Assert.IsType<EmptyHttpResult>(await Call("Alive", http));
        Assert.Equal("ok", Text(http));
    }

    [Fact]
    public async Task Body_is_read_as_it_comes()
    {
        using var body = new TrickleStream(Encoding.UTF8.GetBytes("""{"prompt":"a red ball that rolls","seconds":"4"}"""));
        var http = Request("POST", "/v1/videos", _host.Key, "{}");
        http.Request.Body = body;
        await Call("CreateVideo", http);
        Assert.Equal("a red ball that rolls", Body(http).GetProperty("prompt").GetString());
        Assert.True(body.Reads > 10);
    }

    [Fact]
    public async Task Route_values_of_the_worker_do_not_leak_into_the_api()
    {
        var http = Request("GET", "/v1/models", _host.Key);
        http.Request.RouteValues["path"] = "v1/models";
        await Call("ListModels", http);
        Assert.DoesNotContain("path", http.Request.RouteValues.Keys);
    }

    [Theory]
    [InlineData("127.0.0.1", "8.8.8.8:4711", "8.8.8.8")]
    [InlineData("169.254.130.1", "1.1.1.1, 8.8.4.4:443", "8.8.4.4")]
    [InlineData("127.0.0.1", "[2606:4700::1111]:8080", "2606:4700::1111")]
    [InlineData("127.0.0.1", "9.9.9.9", "9.9.9.9")]
    [InlineData("8.8.8.8", "1.1.1.1", "8.8.8.8")]
    [InlineData("127.0.0.1", "unknown", "127.0.0.1")]
    [InlineData("127.0.0.1", null, "127.0.0.1")]
    public async Task Client_is_whom_the_front_end_heard(string peer, string? forwarded, string expected)
    {
        var http = Request("GET", "/healthz", key: null);
        http.Connection.RemoteIpAddress = IPAddress.Parse(peer);
        http.Request.Headers["X-Forwarded-For"] = forwarded;
        await Call("Alive", http);
        Assert.Equal(IPAddress.Parse(expected), http.Connection.RemoteIpAddress);
    }

    [Fact]
    public void Slot_that_was_not_filled_says_what_is_missing() =>
        Assert.Contains("[DurableClient]", Assert.Throws<InvalidOperationException>(() => new ClientSlot().Client).Message);

    private static string RouteOf(string function) =>
        ((HttpTriggerAttribute)FunctionEntry.All.Single(entry => entry.Name == function).Binding).Route!;

    private Task<object?> Call(string function, HttpContext http) =>
        _host.Call(FunctionEntry.All.Single(entry => entry.Name == function), http.Request, _client);

    /// <summary>A request as the worker has it: its own routing has set an endpoint, and its services are not the invocation's.</summary>
    private static HttpContext Request(string method, string path, string? key, string body = "")
    {
        var http = new DefaultHttpContext { RequestServices = new ServiceCollection().BuildServiceProvider() };
        http.SetEndpoint(new Endpoint(null, null, "the worker's"));
        http.Request.Method = method.ToUpperInvariant();
        http.Request.Path = path;
        http.Request.Host = new HostString("video.example.com");
        http.Request.Scheme = "https";
        http.Request.ContentType = body.Length > 0 ? "application/json" : null;
        http.Request.Body = new MemoryStream(Encoding.UTF8.GetBytes(body));
        http.Request.Headers.Authorization = key is null ? default : new($"Bearer {key}");
        http.Response.Body = new MemoryStream();
        return http;
    }

    private static string Text(HttpContext http) => Encoding.UTF8.GetString(((MemoryStream)http.Response.Body).ToArray());

    private static JsonElement Body(HttpContext http) => JsonElement.Parse(Text(http));

    private static string? Code(HttpContext http) =>
        http.Response.StatusCode >= 400 && Text(http) is { Length: > 0 } text && text[0] == '{'
            ? JsonElement.Parse(text) is var told && told.TryGetProperty("error", out var error) ? error.GetProperty("code").GetString()
                : told.GetProperty("code").GetString() // As the Agentic Commerce Protocol has it.
            : null;
}
