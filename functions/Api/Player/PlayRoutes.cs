using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;
using SoraFunctions.Api.Errors;
using SoraFunctions.Api.Links;
using SoraFunctions.Commerce.Links;
using SoraFunctions.Commerce.Visits;
using SoraFunctions.Pipeline.Data;
using SoraFunctions.Pipeline.Reports;

namespace SoraFunctions.Api.Player;

/// <summary>
/// <c>/plays/{code}</c>: where players and ad servers tell impressions and quarters of a linked video, by a GET or a beacon's POST. The body is not
/// read, no cookie set, no address kept; programs are not counted.
/// </summary>
internal static class PlayRoutes
{
    public static void Map(IEndpointRouteBuilder app) => app.MapMethods("/plays/{code}", ["GET", "POST"], Count);

    private static async Task<IResult> Count(
        string code, HttpContext http, SoraDatabase database, PlayCounter counter, PlayLimiter limiter, CancellationToken cancellation)
    {
        var what = http.Request.Query["event"].ToString();
        if (!PlayCounter.Events.Contains(what))
        {
            throw Refusals.Invalid("event", $"event must be one of: {string.Join(", ", PlayCounter.Events.Order(StringComparer.Ordinal))}.");
        }

        var read = LinkCode.Read(code);
        var found = await (
            from link in database.CommerceLinks
            join video in database.Videos on link.VideoId equals video.Id
            where link.Code == read && video.TenantId == link.TenantId && video.Status == VideoStatus.Completed
            select new { link.TenantId, link.VideoId, Channel = link.Channel ?? video.MainChannel }).FirstOrDefaultAsync(cancellation)
            ?? throw Refusals.NotFound("code", "There is no such video.", "link_not_found");

        // A beacon is a POST, which says nothing of who sends it.
        var visit = http.Request.Visit() with { Method = HttpMethods.Get };
        if (visit.Kind == VisitKind.Person && limiter.Takes(http))
        {
            await counter.Count(found.TenantId, found.VideoId, found.Channel, what, cancellation);
        }

        http.Response.Headers.CacheControl = "no-store";
        http.Response.Headers.AccessControlAllowOrigin = "*";
        return TypedResults.NoContent();
    }
}
