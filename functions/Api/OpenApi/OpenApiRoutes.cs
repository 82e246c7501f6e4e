using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace SoraFunctions.Api.OpenApi;

/// <summary><c>GET /openapi.json</c>.</summary>
internal static class OpenApiRoutes
{
    public static void Map(IEndpointRouteBuilder app)
    {
        var document = new Lazy<string>(() => OpenApiDocument.Write());
        app.MapGet("/openapi.json", () => TypedResults.Text(document.Value, "application/json"));
    }
}
