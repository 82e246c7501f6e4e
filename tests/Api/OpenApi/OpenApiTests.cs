using System.Text.Json;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using SoraFunctions.Api.Tests.Hosting;
using SoraFunctions.Contract.Storyboards;

namespace SoraFunctions.Api.Tests.OpenApi;

public sealed class OpenApiTests : IAsyncLifetime
{
    private ApiHost _host = null!;

    public async Task InitializeAsync() => _host = await ApiHost.Start();

    public async Task DisposeAsync() => await _host.DisposeAsync();

    [Fact]
    public async Task Ad_request_is_described_with_its_enumerations_and_strictness()
    {
        var document = await _host.NewClient(null).GetJson("/openapi.json");
        var ad = document.GetProperty("components").GetProperty("schemas").GetProperty("AdRequest");
        var properties = ad.GetProperty("properties");

        Assert.False(ad.GetProperty("additionalProperties").GetBoolean());
        Assert.Equal(
            ["prompt", "product", "pictures", "brand", "channels", "seconds", "size", "language", "voice", "captions", "legal", "music", "mood", "dramaturgy", "variant", "link", "seed", "engine", "quality", "outputs", "markets", "clean_copy", "storyboard", "metadata"],
            properties.EnumerateObject().Select(pair => pair.Name));
        Assert.Contains("festive", Words(properties.GetProperty("mood").GetProperty("enum")));
        Assert.Contains("instagram-reels", Words(properties.GetProperty("channels").GetProperty("items").GetProperty("enum")));
        Assert.Equal(["standard", "draft", "final"], Words(properties.GetProperty("quality").GetProperty("enum")));
        var product = properties.GetProperty("product").GetProperty("properties");
        Assert.Equal(Enum.GetValues<Form>().Length, product.GetProperty("form").GetProperty("enum").GetArrayLength());
        Assert.Contains("glTF 2.0", product.GetProperty("model").Text("description"));
        Assert.Contains("ISO 4217", product.GetProperty("price").GetProperty("properties").GetProperty("currency").Text("description"));
        var storyboard = properties.GetProperty("storyboard").GetRawText();
        Assert.All(
            new[] { "push-in", "whip", "river-stones", "paddle-board", "back-flip", "bubbles" },
            word => Assert.Contains($"\"{word}\"", storyboard));
    }

    [Fact]
    public async Task Every_route_is_described()
    {
        var paths = (await _host.NewClient(null).GetJson("/openapi.json")).GetProperty("paths");
        var described = paths.EnumerateObject()
            .SelectMany(path => path.Value.EnumerateObject().Where(pair => pair.Name != "parameters").Select(pair => $"{pair.Name.ToUpperInvariant()} {Shape(path.Name)}"));

        var routes = _host.Services.GetRequiredService<EndpointDataSource>().Endpoints.OfType<RouteEndpoint>()
            .SelectMany(route => route.Metadata.GetMetadata<HttpMethodMetadata>()!.HttpMethods
                .Where(method => method != "HEAD")
                .Select(method => $"{method} {Shape(route.RoutePattern.RawText!)}"))
            .Where(route => route != "GET /openapi.json");

        Assert.Equal(described.Order(), routes.Order());
    }

    private static string Shape(string path) => System.Text.RegularExpressions.Regex.Replace(path.TrimEnd('/'), @"\{[^}]*\}", "{}");

    private static IEnumerable<string?> Words(JsonElement array) => array.EnumerateArray().Select(item => item.GetString());
}
