using System.Net;
using System.Text;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using SoraFunctions.Api.Tests.Hosting;

namespace SoraFunctions.Api.Tests.Walls;

/// <summary>What one tenant has is not there for another, on every route of the OpenAPI document.</summary>
public partial class WallTests : IAsyncLifetime
{
    private ApiHost _host = null!;
    private HttpClient _other = null!;
    private Dictionary<string, string> _ids = null!;
    private JsonObject _document = null!;

    public async Task InitializeAsync()
    {
        _host = await Start();
        _ids = await Belongings.Make(_host);
        _other = await _host.OtherTenant("other");
        _document = JsonNode.Parse(await _host.Client.GetStringAsync("/openapi.json"))!.AsObject();
    }

    public async Task DisposeAsync()
    {
        _other.Dispose();
        await _host.DisposeAsync();
    }

    [Fact]
    public async Task Foreign_id_is_unknown_on_every_route_that_takes_one()
    {
        var bodies = new MinimalBody(_document);
        var walked = 0;
        foreach (var (method, path, operation) in Operations().Where(one => one.Path.Contains('{')))
        {
            using var request = new HttpRequestMessage(HttpMethod.Parse(method), Filled(path));
            request.Content = bodies.Of(operation) is { } body ? new StringContent(body, Encoding.UTF8, "application/json") : null;
            using var answer = await _other.SendAsync(request);
            Assert.True(
                answer.StatusCode == HttpStatusCode.NotFound, $"{method} {request.RequestUri}: {(int)answer.StatusCode} {await answer.Content.ReadAsStringAsync()}");
            walked++;
        }

        Assert.True(walked >= 20, $"{walked} operations take an id");
    }

    [Fact]
    public async Task Own_id_is_known_on_every_route_that_shows_one()
    {
        foreach (var (method, path, _) in Operations().Where(one => one is { Method: "GET" } && one.Path.EndsWith('}') && !one.Path.Contains("character", StringComparison.Ordinal)))
        {
            if (Parameter().Matches(path).All(match => _ids.ContainsKey(match.Groups[1].Value)) && !path.Contains("manifests", StringComparison.Ordinal))
            {
                using var answer = await _host.Client.GetAsync(Filled(path));
                Assert.True(answer.IsSuccessStatusCode, $"{method} {path}: {(int)answer.StatusCode}");
            }
        }
    }

    [Fact]
    public async Task No_list_and_no_summary_names_what_belongs_to_another()
    {
        foreach (var (_, path, _) in Operations().Where(one => one is { Method: "GET" } && !one.Path.Contains('{')))
        {
            using var answer = await _other.GetAsync(path);
            var text = await answer.Content.ReadAsStringAsync();
            Assert.True((int)answer.StatusCode < 500, $"{path}: {text}");
            Assert.All([.. _ids.Values, "of-the-first"], id => Assert.DoesNotContain(id, text, StringComparison.Ordinal));
        }
    }

    [Theory]
    [InlineData("/v1/videos/edits", """{"prompt":"another","video":{"id":"VIDEO"}}""")]
    [InlineData("/v1/videos/extensions", """{"prompt":"another","seconds":"8","video":{"id":"VIDEO"}}""")]
    [InlineData("/v1/ad_spends", """{"video_id":"VIDEO","day":"2026-11-23","amount":{"amount":"1.00","currency":"USD"}}""")]
    public async Task Foreign_video_in_a_body_is_unknown(string path, string body)
    {
        using var answer = await _other.SendJson(path, body.Replace("VIDEO", _ids["video_id"], StringComparison.Ordinal));
        await answer.Error(HttpStatusCode.NotFound);
    }

    /// <summary>The host, over the database that is tested.</summary>
    protected virtual Task<ApiHost> Start() => ApiHost.Start();

    private IEnumerable<(string Method, string Path, JsonObject Operation)> Operations() =>
        from path in _document["paths"]!.AsObject()
        from operation in path.Value!.AsObject()
        where operation.Key != "parameters" && operation.Value!["security"] is not JsonArray { Count: 0 }
        select (operation.Key.ToUpperInvariant(), path.Key, operation.Value!.AsObject());

    private string Filled(string path) => Parameter().Replace(path, match => Uri.EscapeDataString(_ids.GetValueOrDefault(match.Groups[1].Value, "unknown_1")));

    [GeneratedRegex(@"\{([^}]*)\}")]
    private static partial Regex Parameter();
}
