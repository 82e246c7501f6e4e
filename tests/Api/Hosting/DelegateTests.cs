using System.Text;
using System.Text.Json;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;

namespace SoraFunctions.Api.Tests.Hosting;

/// <summary>The API in a host that hands its requests over one by one.</summary>
public sealed class DelegateTests
{
    [Fact]
    public async Task Delegate_answers_as_the_server_does()
    {
        await using var host = await ApiHost.Start();
        var api = SoraApi.BuildSoraApi(host.Services);

        var (refused, error) = await Send(api, host, "GET", "/v1/videos", null, "");
        var (accepted, video) = await Send(api, host, "POST", "/v1/videos", host.Key, """{"prompt":"a red ball"}""");
        var (found, same) = await Send(api, host, "GET", $"/v1/videos/{video.Text("id")}", host.Key, "");
        var (lost, _) = await Send(api, host, "GET", "/v2", host.Key, "");

        Assert.Equal((401, 200, 200, 404), (refused, accepted, found, lost));
        Assert.Equal("invalid_api_key", error.GetProperty("error").Text("code"));
        Assert.Equal(video.Text("id"), same.Text("id"));
    }

    private static async Task<(int Status, JsonElement Body)> Send(
        RequestDelegate api, ApiHost host, string method, string path, string? key, string body)
    {
        await using var scope = host.Services.CreateAsyncScope();
        using var answer = new MemoryStream();
        var http = new DefaultHttpContext { RequestServices = scope.ServiceProvider };
        http.Request.Method = method;
        http.Request.Path = path;
        http.Request.Host = new HostString("example.com");
        http.Request.Scheme = "https";
        http.Request.ContentType = body.Length > 0 ? "application/json" : null;
        http.Request.Body = new MemoryStream(Encoding.UTF8.GetBytes(body));
        http.Request.Headers.Authorization = key is null ? default : new($"Bearer {key}");
        http.Response.Body = answer;
        await api(http);
        return (http.Response.StatusCode, JsonDocument.Parse(answer.ToArray()).RootElement);
    }
}
