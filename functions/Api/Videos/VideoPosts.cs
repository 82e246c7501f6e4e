using System.Text.Json;
using SoraFunctions.Api.Json;
using SoraFunctions.Api.Posting;
using SoraFunctions.Pipeline.Engines;
using SoraFunctions.Pipeline.Requests;
using SoraFunctions.Pipeline.Requests.Reading;
using SoraFunctions.Pipeline.Videos;

namespace SoraFunctions.Api.Videos;

/// <summary>POSTs that order a video from scratch.</summary>
internal static class VideoPosts
{
    /// <summary><c>POST /v1/videos</c>.</summary>
    public static Task<Answer> Create(PostCall call, CancellationToken cancellation) =>
        Order(call, "model", engines => call.Service<VideoCreateReader>().Read(call.Body, call.Blobs(), engines, cancellation), cancellation);

    /// <summary><c>POST /v1/ads</c>.</summary>
    public static Task<Answer> CreateAd(PostCall call, CancellationToken cancellation) =>
        Order(call, "engine", engines => call.Service<AdRequestReader>().Read(call.Body, call.Blobs(), engines, null, cancellation), cancellation);

    private static async Task<Answer> Order(
        PostCall call, string engineField, Func<EngineList, Task<ReadOrder>> read, CancellationToken cancellation)
    {
        call.Service<CreateLimiter>().Enter(call.Tenant);
        var wanted = call.Body.Fields.TryGetProperty(engineField, out var name) && name.ValueKind == JsonValueKind.String ? name.GetString() : null;
        var order = await read(await call.Service<EngineDirectory>().For(call.Tenant, wanted, cancellation));
        return await Accept(
            call,
            new NewVideo(call.Tenant, call.Ids.Next("video"), order.Model, order.Request) { Metadata = order.Metadata },
            cancellation);
    }

    /// <summary>Hands a video to the pipeline and shows it.</summary>
    public static async Task<Answer> Accept(PostCall call, NewVideo video, CancellationToken cancellation)
    {
        var row = await call.Service<VideoIntake>().Accept(video, cancellation);
        return Answer.Of(row.ToWire(call.Http.Server()), ApiJson.Default.VideoObject);
    }
}
