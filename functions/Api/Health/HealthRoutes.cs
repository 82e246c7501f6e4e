using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace SoraFunctions.Api.Health;

/// <summary>What watches over the server asks: is it alive, can it work.</summary>
internal static class HealthRoutes
{
    public static void Map(IEndpointRouteBuilder app)
    {
        app.MapGet("/healthz", () => TypedResults.Text("ok"));
        app.MapGet("/readyz", async (HttpContext http, CancellationToken cancellation) =>
        {
            var missing = await ReadinessCheck.Missing(http.RequestServices, cancellation);
            return missing.Count == 0
                ? Results.Text("ok")
                : Results.Text($"{string.Join(" and ", missing)} can't be reached", statusCode: StatusCodes.Status503ServiceUnavailable);
        });
    }
}
