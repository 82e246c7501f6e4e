using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using Microsoft.Extensions.DependencyInjection;
using SoraFunctions.Pipeline.Engines;
using SoraFunctions.Pipeline.Requests;
using SoraFunctions.Pipeline.Requests.Reading;
using SoraFunctions.Pipeline.Storage;

namespace SoraFunctions.Local.Rendering;

/// <summary>The request file of <c>sora render</c>: the body of <c>POST /v1/ads</c>, whose pictures and 3-D model may be files beside it.</summary>
internal static class RequestFile
{
    /// <summary>Reads it, with the command line's wishes put over it; null when it can't be taken, after saying why.</summary>
    public static async Task<VideoRequest?> Read(
        RenderArguments arguments, IServiceProvider services, string tenant, CancellationToken cancellation)
    {
        if (!arguments.Request.Exists)
        {
            await Console.Error.WriteLineAsync($"sora render: there is no file {arguments.Request.FullName}");
            return null;
        }

        try
        {
            var json = Override(await File.ReadAllBytesAsync(arguments.Request.FullName, cancellation), arguments);
            var blobs = new TenantBlobs(services.GetRequiredService<IBlobStore>(), tenant);
            var engines = await services.GetRequiredService<EngineDirectory>().For(tenant, EngineIn(json), cancellation);
            var order = await services.GetRequiredService<AdRequestReader>()
                .Read(json, blobs, engines, arguments.Request.DirectoryName, cancellation);
            return order.Request;
        }
        catch (RequestException refused)
        {
            foreach (var error in refused.Errors)
            {
                await Console.Error.WriteLineAsync($"sora render: {error.Field}: {error.Message}");
            }

            return null;
        }
    }

    private static string? EngineIn(byte[] json)
    {
        var fields = StrictJson.Parse(json);
        return fields.TryGetProperty("engine", out var name) && name.ValueKind == JsonValueKind.String ? name.GetString() : null;
    }

    private static byte[] Override(byte[] json, RenderArguments arguments)
    {
        JsonNode? document;
        try
        {
            document = JsonNode.Parse(json);
        }
        catch (JsonException)
        {
            return json;
        }

        if (document is not JsonObject request)
        {
            return json;
        }

        Set("seed", arguments.Seed);
        Set("engine", arguments.Engine);
        Set("size", arguments.Size);
        Set("seconds", arguments.Seconds);
        Set("quality", arguments.Quality);
        return Encoding.UTF8.GetBytes(request.ToJsonString());

        void Set<T>(string name, T? value)
        {
            if (value is not null)
            {
                request[name] = JsonValue.Create(value);
            }
        }
    }
}
