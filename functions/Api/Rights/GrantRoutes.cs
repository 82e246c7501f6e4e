using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using SoraFunctions.Api.Authentication;
using SoraFunctions.Api.Campaigns;
using SoraFunctions.Api.Errors;
using SoraFunctions.Api.Json;
using SoraFunctions.Api.Posting;
using SoraFunctions.Api.Videos;
using SoraFunctions.Pipeline.Requests.Reading;
using SoraFunctions.Pipeline.Rights;
using SoraFunctions.Pipeline.Rights.Wire;

namespace SoraFunctions.Api.Rights;

/// <summary><c>/v1/grants</c>.</summary>
internal static class GrantRoutes
{
    public static void Map(IEndpointRouteBuilder api)
    {
        var grants = api.MapGroup("/grants");
        grants.MapPost("", http => Post.Handle(http, Give)).Needs(Scope.Admin);
        grants.MapGet("", List).Needs(Scope.Read);
        grants.MapGet("/{id}", async (string id, HttpContext http, RightsShelf shelf, CancellationToken cancellation) =>
            TypedResults.Json(GrantObject.Of(await shelf.Grant(http.Tenant(), id, cancellation)), ApiJson.Default.GrantObject)).Needs(Scope.Read);
        grants.MapPost("/{id}/revoke", http => Bodyless.Handle(http, Revoke)).Needs(Scope.Admin);
    }

    private static async Task<Answer> Give(PostCall call, CancellationToken cancellation)
    {
        var wish = StrictJson.Read<GrantWish>(call.Fields());
        var caller = call.Service<RightsShelf>().CallerOf(call.Tenant);
        return Shown(GrantObject.Of(await call.Service<GrantDesk>().Give(caller, wish, call.Ids.Next("grant"), cancellation)));
    }

    private static async Task<IResult> List(HttpContext http, RightsShelf shelf, GrantDesk desk, CancellationToken cancellation)
    {
        var query = ListQuery.Of(http.Request);
        if (query.Ascending)
        {
            throw Refusals.Invalid("order", "order must be desc here: the newest first.");
        }

        var found = await desk.List(shelf.CallerOf(http), query.After, query.Limit + 1, cancellation);
        return TypedResults.Json(ObjectList<GrantObject>.Page([.. found.Select(GrantObject.Of)], query.Limit, grant => grant.Id), ApiJson.Default.ObjectListGrantObject);
    }

    private static async Task<Answer> Revoke(PostCall call, CancellationToken cancellation)
    {
        var shelf = call.Service<RightsShelf>();
        var grant = await shelf.Grant(call.Tenant, call.RouteId(), cancellation);
        return await call.Service<GrantDesk>().Revoke(shelf.CallerOf(call.Tenant), grant, cancellation)
            ? Shown(GrantObject.Of(grant))
            : throw Refusals.Policy("grant_id", "Only who gave a grant may revoke it.");
    }

    private static Answer Shown(GrantObject grant) => Answer.Of(grant, ApiJson.Default.GrantObject);
}
