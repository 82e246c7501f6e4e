using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;
using SoraFunctions.Api.Errors;
using SoraFunctions.Commerce.Links;
using SoraFunctions.Commerce.Visits;
using SoraFunctions.Pipeline.Data;
using SoraFunctions.Pipeline.Links;

namespace SoraFunctions.Api.Links;

/// <summary><c>/l/{code}</c>: counts a visit and sends the visitor on. A look by HEAD is not a visit.</summary>
internal static class LinkRoutes
{
    // Cloudflare, Amazon CloudFront, Fastly's and others' usual name.
    private static readonly string[] _countryHeaders = ["CF-IPCountry", "CloudFront-Viewer-Country", "X-Country-Code"];

    public static void Map(IEndpointRouteBuilder app) => app.MapMethods("/l/{code}", ["GET", "HEAD"], Follow);

    private static async Task<IResult> Follow(
        string code, HttpContext http, SoraDatabase database, DailySalt salt, ClickBook clicks, TimeProvider time, CancellationToken cancellation)
    {
        var read = LinkCode.Read(code);
        var link = await database.CommerceLinks.AsNoTracking().SingleOrDefaultAsync(row => row.Code == read, cancellation)
            ?? throw Refusals.NotFound("code", "There is no such link.", "link_not_found");
        var now = time.GetUtcNow();
        if (link.ExpiresAt <= now)
        {
            throw Refusals.Gone("code", "This link has expired.", "link_expired");
        }

        if (HttpMethods.IsGet(http.Request.Method))
        {
            await clicks.Add(Click(link.Code, http.Request, await salt.Of(now, database, cancellation), now), cancellation);
        }

        http.Response.Headers.CacheControl = "no-store";
        http.Response.Headers["Referrer-Policy"] = "strict-origin-when-cross-origin";
        return TypedResults.Redirect(Destinations.For(link, Country(http.Request), Languages(http.Request)));
    }

    // What the front end before this server found out. Who makes it up is sent to another page of the same shop.
    private static string? Country(HttpRequest request) =>
        _countryHeaders.Select(name => request.Headers[name].ToString()).FirstOrDefault(value => value.Length == 2)?.ToUpperInvariant();

    private static IEnumerable<string> Languages(HttpRequest request) => request.GetTypedHeaders().AcceptLanguage
        .OrderByDescending(language => language.Quality ?? 1).Select(language => language.Value.ToString());

    private static ClickRow Click(string code, HttpRequest request, byte[] salt, DateTimeOffset now) => new()
    {
        Code = code,
        At = now,
        Bot = request.Visit().Kind != VisitKind.Person,
        Visitor = request.Visitor(salt, now),
    };
}
