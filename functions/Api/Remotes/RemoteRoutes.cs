using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using SoraFunctions.Api.Authentication;
using SoraFunctions.Api.Json;
using SoraFunctions.Api.Posting;
using SoraFunctions.Api.Videos;
using SoraFunctions.Pipeline.Remotes.Servers;
using SoraFunctions.Pipeline.Requests.Reading;

namespace SoraFunctions.Api.Remotes;

/// <summary><c>/v1/remotes</c>.</summary>
internal static class RemoteRoutes
{
    public static void Map(IEndpointRouteBuilder api)
    {
        var remotes = api.MapGroup("/remotes").Needs(Scope.Admin);
        remotes.MapPost("", http => Post.Handle(http, Set));
        remotes.MapGet("", List);
        remotes.MapGet("/{id}", async (string id, HttpContext http, RemoteShelf shelf, CancellationToken cancellation) =>
            TypedResults.Json(ToWire(await shelf.Get(http.Tenant(), id, cancellation)), ApiJson.Default.RemoteObject));
        remotes.MapDelete("/{id}", Delete);
    }

    private static async Task<Answer> Set(PostCall call, CancellationToken cancellation) => Answer.Of(
        ToWire(await call.Service<RemoteShelf>().Set(call.Tenant, StrictJson.Read<RemoteWish>(call.Fields()), cancellation)),
        ApiJson.Default.RemoteObject);

    private static async Task<IResult> List(HttpContext http, RemoteShelf shelf, CancellationToken cancellation)
    {
        var found = (await shelf.List(http.Tenant(), cancellation)).Select(ToWire).ToList();
        return TypedResults.Json(ObjectList<RemoteObject>.Page(found, found.Count, remote => remote.Name), ApiJson.Default.ObjectListRemoteObject);
    }

    private static async Task<IResult> Delete(string id, HttpContext http, RemoteShelf shelf, CancellationToken cancellation)
    {
        await shelf.Remove(http.Tenant(), id, cancellation);
        return TypedResults.Json(new DeletedObject(id, "remote.deleted"), ApiJson.Default.DeletedObject);
    }

    // The operator's address and the hint of his key are his own.
    private static RemoteObject ToWire(RemoteServer server) => new(
        server.Name,
        "remote",
        server.Shared ? server.Url.GetLeftPart(UriPartial.Authority) : server.Url.AbsoluteUri,
        server.Terms.Model,
        server.Terms.Seconds,
        server.Terms.MostSeconds,
        server.Terms.Sizes,
        server.Terms.Picture,
        server.Terms.PricePerSecond,
        server.Shared ? "" : server.KeyHint,
        server.Shared);
}
