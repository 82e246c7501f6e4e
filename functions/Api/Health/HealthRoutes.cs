using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;
using SoraFunctions.Pipeline.Data;

namespace SoraFunctions.Api.Health;

/// <summary>What watches over the server asks: is it alive, can it work.</summary>
internal static class HealthRoutes
{
    public static void Map(IEndpointRouteBuilder app)
    {
        app.MapGet("/healthz", () => TypedResults.Text("ok"));
        app.MapGet("/readyz", async (SoraDatabase database, CancellationToken cancellation) =>
            await database.Database.CanConnectAsync(cancellation)
                ? Results.Text("ok")
                : Results.Text("the database can't be reached", statusCode: StatusCodes.Status503ServiceUnavailable));
    }
}
