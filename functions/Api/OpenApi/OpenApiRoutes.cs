using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace SoraFunctions.Api.OpenApi;

/// <summary><c>GET /openapi.json</c>.</summary>
internal static class OpenApiRoutes
{
    public static void Map(IEndpointRouteBuilder app)
    {
        // The endpoints are all there once the first request comes.
        string? written = null;
        app.MapGet("/openapi.json", () => TypedResults.Text(
            written ??= OpenApiDocument.Write(app.DataSources.SelectMany(source => source.Endpoints)), "application/json"));
    }
}
