using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using SoraFunctions.Api.Authentication;
using SoraFunctions.Api.Json;
using SoraFunctions.Api.Posting;
using SoraFunctions.Api.Retention;
using SoraFunctions.Api.Videos;
using SoraFunctions.Pipeline.Characters;
using SoraFunctions.Pipeline.Retention;

namespace SoraFunctions.Api.Characters;

/// <summary><c>/v1/videos/characters</c>. The Videos API makes and shows characters; lists and deletion are extensions of this server.</summary>
internal static class CharacterRoutes
{
    public static void Map(IEndpointRouteBuilder videos)
    {
        videos.MapPost("/characters", http => Post.Handle(http, CharacterShelf.Make));
        videos.MapGet("/characters", List).Needs(Scopes.Viewing);
        videos.MapGet("/characters/{id}", async (string id, HttpContext http, CharacterBook book, CancellationToken cancellation) =>
            TypedResults.Json(CharacterShelf.ToWire(await CharacterShelf.Get(book, http.Tenant(), id, cancellation)), ApiJson.Default.CharacterObject)).Needs(Scopes.Viewing);
        videos.MapDelete("/characters/{id}", Delete);
    }

    private static async Task<IResult> List(HttpContext http, CharacterBook book, CancellationToken cancellation)
    {
        var found = (await book.List(http.Tenant(), cancellation)).Select(CharacterShelf.ToWire).ToList();
        return TypedResults.Json(ObjectList<CharacterObject>.Page(found, found.Count, character => character.Id), ApiJson.Default.ObjectListCharacterObject);
    }

    private static async Task<IResult> Delete(string id, HttpContext http, CharacterBook book, LegalHolds holds, CancellationToken cancellation)
    {
        await CharacterShelf.Get(book, http.Tenant(), id, cancellation);
        HoldRule.Check("character_id", await holds.OfTenant(http.Tenant(), cancellation));
        await book.Remove(http.Tenant(), id, cancellation);
        return TypedResults.Json(new DeletedObject(id, "character.deleted"), ApiJson.Default.DeletedObject);
    }
}
