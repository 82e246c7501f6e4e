using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;
using SoraFunctions.Api.Errors;
using SoraFunctions.Commerce.Links;
using SoraFunctions.Commerce.Visits;
using SoraFunctions.Pipeline.Data;

namespace SoraFunctions.Api.Links;

/// <summary><c>/l/{code}</c>: counts a visit and sends the visitor on. A look by HEAD is not a visit.</summary>
internal static class LinkRoutes
{
    public static void Map(IEndpointRouteBuilder app) => app.MapMethods("/l/{code}", ["GET", "HEAD"], Follow);

    private static async Task<IResult> Follow(
        string code, HttpContext http, SoraDatabase database, DailySalt salt, TimeProvider time, CancellationToken cancellation)
    {
        var read = LinkCode.Read(code);
        var link = await database.CommerceLinks.AsNoTracking().SingleOrDefaultAsync(row => row.Code == read, cancellation)
            ?? throw Refusals.NotFound("code", "There is no such link.", "link_not_found");
        if (HttpMethods.IsGet(http.Request.Method))
        {
            var now = time.GetUtcNow();
            database.Clicks.Add(Click(link.Code, http.Request, await salt.Of(now, database, cancellation), now));
            await database.SaveChangesAsync(cancellation);
        }

        http.Response.Headers.CacheControl = "no-store";
        http.Response.Headers["Referrer-Policy"] = "strict-origin-when-cross-origin";
        return TypedResults.Redirect(link.Destination);
    }

    private static ClickRow Click(string code, HttpRequest request, byte[] salt, DateTimeOffset now) => new()
    {
        Code = code,
        At = now,
        Bot = request.Visit().Kind != VisitKind.Person,
        Visitor = request.Visitor(salt, now),
    };
}
