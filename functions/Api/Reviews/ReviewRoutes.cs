using System.Globalization;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;
using SoraFunctions.Api.Authentication;
using SoraFunctions.Api.Errors;
using SoraFunctions.Api.Json;
using SoraFunctions.Api.Posting;
using SoraFunctions.Api.Videos;
using SoraFunctions.Pipeline.Audits;
using SoraFunctions.Pipeline.Data;
using SoraFunctions.Pipeline.Requests.Reading;
using SoraFunctions.Pipeline.Reviews;

namespace SoraFunctions.Api.Reviews;

/// <summary><c>/v1/reviews</c> and <c>/v1/audits</c>.</summary>
internal static class ReviewRoutes
{
    private const int MostAudits = 1000;

    public static void Map(IEndpointRouteBuilder api)
    {
        var reviews = api.MapGroup("/reviews");
        reviews.MapGet("", List).Needs(Scope.Review);
        reviews.MapGet("/{id}", async (string id, HttpContext http, ReviewShelf shelf, CancellationToken cancellation) =>
            TypedResults.Json(await shelf.Get(http.Tenant(), id, cancellation), ApiJson.Default.ReviewObject)).Needs(Scope.Review);
        reviews.MapGet("/{id}/frames", Frames).Needs(Scope.Review);
        reviews.MapPost("/{id}/approve", http => Post.Handle(http, Approve)).Needs(Scope.Review);
        reviews.MapPost("/{id}/reject", http => Post.Handle(http, Reject)).Needs(Scope.Review);
        reviews.MapPost("/{id}/escalate", http => Post.Handle(http, Escalate)).Needs(Scope.Review);
        reviews.MapPost("/{id}/appeal", http => Post.Handle(http, Appeal)).Needs(Scope.Render);
        api.MapGet("/audits", Audits).Needs(Scope.Admin);
    }

    private static async Task<IResult> List(HttpContext http, ReviewShelf shelf, CancellationToken cancellation)
    {
        var query = ListQuery.Of(http.Request);
        var status = http.Request.Query.TryGetValue("status", out var word) ? StatusOf(word.ToString()) : (ReviewStatus?)null;
        var found = await shelf.List(http.Tenant(), status, query, cancellation);
        return TypedResults.Json(ObjectList<ReviewObject>.Page([.. found.Select(row => ReviewObject.From(row))], query.Limit, review => review.Id), ApiJson.Default.ObjectListReviewObject);
    }

    private static async Task<IResult> Frames(string id, HttpContext http, ReviewShelf shelf, CancellationToken cancellation)
    {
        var channel = http.Request.Query.TryGetValue("channel", out var word) ? word.ToString() : null;
        var (content, mediaType) = await shelf.Sheet(http.Tenant(), id, channel, cancellation);
        http.Response.Headers.CacheControl = "no-store";
        return TypedResults.Stream(content, mediaType);
    }

    private static ReviewStatus StatusOf(string word) => Array.Find(Enum.GetValues<ReviewStatus>(), status => Name(status) == word) is var found && Name(found) == word
        ? found
        : throw Refusals.Invalid("status", $"status must be one of: {string.Join(", ", Enum.GetValues<ReviewStatus>().Select(Name))}.");

    private static string Name(ReviewStatus status) => status.ToString().ToLowerInvariant();

    private static Task<Answer> Approve(PostCall call, CancellationToken cancellation) => Decided(call, (shelf, who, wish) => shelf.Approve(call.Tenant, call.RouteId(), who, wish, cancellation));

    private static Task<Answer> Reject(PostCall call, CancellationToken cancellation) => Decided(call, (shelf, who, wish) => shelf.Reject(call.Tenant, call.RouteId(), who, wish, cancellation));

    private static Task<Answer> Escalate(PostCall call, CancellationToken cancellation) => Decided(call, (shelf, who, wish) => shelf.Escalate(call.Tenant, call.RouteId(), who, wish, cancellation));

    private static Task<Answer> Appeal(PostCall call, CancellationToken cancellation) => Decided(call, (shelf, who, wish) => shelf.Appeal(call.Tenant, call.RouteId(), who, wish, cancellation));

    private static async Task<Answer> Decided(PostCall call, Func<ReviewShelf, ApiKeyRow, ReviewDecision, Task<ReviewRow>> decide)
    {
        var wish = StrictJson.Read<ReviewDecision>(call.Fields());
        var key = call.Http.Features.Get<Caller>()!.Key;
        return Answer.Of(ReviewObject.From(await decide(call.Service<ReviewShelf>(), key, wish)), ApiJson.Default.ReviewObject);
    }

    private static async Task<IResult> Audits(HttpContext http, SoraDatabase database, AuditLog audit, CancellationToken cancellation)
    {
        var after = 0L;
        if (http.Request.Query.TryGetValue("after", out var text) && !long.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out after))
        {
            throw Refusals.Invalid("after", "after must be the number of a record.");
        }

        var tenant = http.Tenant();
        var rows = await database.Audits.AsNoTracking().Where(row => row.TenantId == tenant && row.Number > after)
            .OrderBy(row => row.Number).Take(MostAudits + 1).ToListAsync(cancellation);
        var broken = await audit.FirstBroken(tenant, cancellation);
        return TypedResults.Json(
            new AuditExport("list", [.. rows.Take(MostAudits).Select(AuditObject.Of)], rows.Count > MostAudits, broken is null, broken), ApiJson.Default.AuditExport);
    }
}
