using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using SoraFunctions.Api.Json;
using SoraFunctions.Api.Posting;
using SoraFunctions.Api.Videos;
using SoraFunctions.Pipeline.Data;
using SoraFunctions.Pipeline.Requests.Reading;

namespace SoraFunctions.Api.Authentication;

/// <summary><c>/v1/api_keys</c>.</summary>
internal static class KeyRoutes
{
    public static void Map(IEndpointRouteBuilder api)
    {
        var keys = api.MapGroup("/api_keys").Needs(Scope.Admin);
        keys.MapPost("", http => Post.Handle(http, Create));
        keys.MapGet("", List);
        keys.MapGet("/{id}", async (string id, HttpContext http, KeyShelf shelf, CancellationToken cancellation) =>
            TypedResults.Json(KeyObject.Of(await shelf.Get(http.Tenant(), id, cancellation)), ApiJson.Default.KeyObject));
        keys.MapPost("/{id}/rotate", http => Post.Handle(http, Rotate));
        keys.MapDelete("/{id}", async (string id, HttpContext http, KeyShelf shelf, CancellationToken cancellation) =>
            TypedResults.Json(KeyObject.Of(await shelf.Revoke(http.Tenant(), id, cancellation)), ApiJson.Default.KeyObject));
    }

    private static async Task<IResult> List(HttpContext http, KeyShelf shelf, CancellationToken cancellation)
    {
        var query = ListQuery.Of(http.Request);
        var found = (await shelf.List(http.Tenant(), query, cancellation)).Select(row => KeyObject.Of(row)).ToList();
        return TypedResults.Json(ObjectList<KeyObject>.Page(found, query.Limit, key => key.Id), ApiJson.Default.ObjectListKeyObject);
    }

    private static async Task<Answer> Create(PostCall call, CancellationToken cancellation)
    {
        var wanted = StrictJson.Read<KeyCreate>(call.Fields());
        return Shown(await call.Service<KeyShelf>().Create(call.Tenant, call.Ids.Next("key"), wanted, cancellation));
    }

    private static async Task<Answer> Rotate(PostCall call, CancellationToken cancellation)
    {
        var wanted = StrictJson.Read<KeyRotation>(call.Fields());
        return Shown(await call.Service<KeyShelf>().Rotate(call.Tenant, call.RouteId(), call.Ids.Next("key"), wanted, cancellation));
    }

    /// <summary>The secret is answered once and kept nowhere: who asks again with the same idempotency key sees the key without it.</summary>
    private static Answer Shown((ApiKeyRow Row, string Secret) issued) =>
        Answer.Of(KeyObject.Of(issued.Row, issued.Secret), ApiJson.Default.KeyObject) with
        {
            Kept = Answer.Of(KeyObject.Of(issued.Row), ApiJson.Default.KeyObject).Json,
        };
}
