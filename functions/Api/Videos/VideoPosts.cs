using System.Text.Json;
using System.Text.Json.Nodes;
using SoraFunctions.Api.Characters;
using SoraFunctions.Api.Json;
using SoraFunctions.Api.Posting;
using SoraFunctions.Pipeline.Engines;
using SoraFunctions.Pipeline.Requests;
using SoraFunctions.Pipeline.Requests.Reading;
using SoraFunctions.Pipeline.Requests.Wire;
using SoraFunctions.Pipeline.Tenants;
using SoraFunctions.Pipeline.Usage;
using SoraFunctions.Pipeline.Videos;

namespace SoraFunctions.Api.Videos;

/// <summary>POSTs that order a video from scratch.</summary>
internal static class VideoPosts
{
    /// <summary><c>POST /v1/videos</c>.</summary>
    public static Task<Answer> Create(PostCall call, CancellationToken cancellation) =>
        Order(call, Read(call, "model", (body, engines) => call.Service<VideoCreateReader>().Read(body, call.Blobs(), engines, CharacterShelf.Lookup(call), cancellation), cancellation), cancellation);

    /// <summary><c>POST /v1/ads</c>.</summary>
    public static Task<Answer> CreateAd(PostCall call, CancellationToken cancellation) => Order(call, ReadAd(call, cancellation), cancellation);

    /// <summary>The order of an ad, with what its tenant has set filled in.</summary>
    public static Task<ReadOrder> ReadAd(PostCall call, CancellationToken cancellation) =>
        Read(call, "engine", (body, engines) => call.Service<AdRequestReader>().Read(body, call.Blobs(), engines, null, cancellation), cancellation);

    /// <summary>Hands a video to the pipeline, if its tenant may have it, and shows it.</summary>
    public static async Task<Answer> Accept(PostCall call, NewVideo video, CancellationToken cancellation)
    {
        var row = await call.Service<VideoIntake>().Accept(video, cancellation);
        return Answer.Of(row.ToWire(call.Http.Server()), ApiJson.Default.VideoObject);
    }

    private static async Task<Answer> Order(PostCall call, Task<ReadOrder> reading, CancellationToken cancellation)
    {
        var order = await reading;
        return await Accept(
            call,
            new NewVideo(call.Tenant, call.Ids.Next("video"), order.Model, order.Request) { Metadata = order.Metadata, Warnings = order.Warnings },
            cancellation);
    }

    private static async Task<ReadOrder> Read(
        PostCall call, string engineField, Func<WireBody, EngineList, Task<ReadOrder>> read, CancellationToken cancellation)
    {
        await call.Service<CreateLimiter>().Enter(call.Tenant, cancellation);
        var settings = await call.Service<TenantDesk>().Settings(call.Tenant, cancellation);
        var wanted = call.Body.Fields.TryGetProperty(engineField, out var name) && name.ValueKind == JsonValueKind.String ? name.GetString() : null;
        var (body, choice) = (call.Body, (EngineChoice?)null);
        if (AutoModel.Read(engineField, wanted) is { } auto)
        {
            choice = await call.Service<EngineMarket>().Choose(call.Tenant, engineField, auto, NeedsOf(body, settings.Policy), cancellation);
            body = With(body, engineField, choice.Engine);
        }

        var order = await read(body, await call.Service<EngineDirectory>().For(call.Tenant, choice?.Engine ?? wanted, cancellation));
        var request = TenantDefaults.Apply(order.Request, settings, field => call.Body.Fields.TryGetProperty(field, out _));
        settings.Policy?.Check(request, engineField);
        return choice is null
            ? order with { Request = request }
            : order with { Request = request with { Fallbacks = choice.Others }, Model = wanted!, Warnings = [choice.Reason] };
    }

    private static EngineNeeds NeedsOf(WireBody body, TenantPolicy? policy)
    {
        var product = body.Fields.TryGetProperty("product", out var found) && found.ValueKind == JsonValueKind.Object ? found : (JsonElement?)null;
        return new EngineNeeds(
            body.Fields.TryGetProperty("prompt", out _),
            product?.TryGetProperty("images", out _) is true || body.Files.Keys.Any(name => name.StartsWith("product[images]", StringComparison.Ordinal)),
            product?.TryGetProperty("model", out _) is true || body.Files.ContainsKey("product[model]"),
            policy?.Engines);
    }

    private static WireBody With(WireBody body, string field, string value)
    {
        var fields = JsonObject.Create(body.Fields)!;
        fields[field] = value;
        using var document = JsonDocument.Parse(fields.ToJsonString());
        return body with { Fields = document.RootElement.Clone() };
    }
}
