using SoraFunctions.Api.Errors;
using SoraFunctions.Api.Json;
using SoraFunctions.Api.Posting;
using SoraFunctions.Api.Videos;
using SoraFunctions.Contract.Renders;
using SoraFunctions.Pipeline.Characters;
using SoraFunctions.Pipeline.Data;
using SoraFunctions.Pipeline.Requests.Reading;
using SoraFunctions.Pipeline.Requests.Wire;

namespace SoraFunctions.Api.Characters;

/// <summary>The characters of the caller.</summary>
internal static class CharacterShelf
{
    private const string Video = "video";
    private const int LongestName = 80;
    private const int LongestConsent = 500;

    /// <summary><c>POST /v1/videos/characters</c>.</summary>
    public static async Task<Answer> Make(PostCall call, CancellationToken cancellation)
    {
        WireFiles.Expect(call.Body, Video);
        var wanted = StrictJson.Read<CharacterCreate>(call.Body);
        var name = Text("name", wanted.Name, LongestName);
        var consent = wanted.Consent is { } said ? Text("consent", said, LongestConsent) : null;
        if (!call.Body.Files.TryGetValue(Video, out var file))
        {
            throw Refusals.Invalid(Video, $"video must be an MP4 file of at most {LikenessOrder.MostSeconds} seconds; 2 to 4 are best.", "missing_required_parameter");
        }

        if (!ChangePosts.IsMp4(file.Span))
        {
            throw Refusals.Invalid(Video, "video must be an MP4 file; these bytes are none.", "invalid_video");
        }

        await call.Service<CreateLimiter>().Enter(call.Tenant, cancellation);
        try
        {
            var row = await call.Service<CharacterBook>().Make(
                new NewCharacter(call.Tenant, call.Ids.Next("char"), name, file, wanted.Person, consent), cancellation);
            return Answer.Of(ToWire(row), ApiJson.Default.CharacterObject);
        }
        catch (IOException busy)
        {
            throw Refusals.NoWorker(busy.Message);
        }
    }

    /// <summary>A character of a tenant.</summary>
    /// <exception cref="ApiException">There is none.</exception>
    public static async Task<CharacterRow> Get(CharacterBook book, string tenant, string id, CancellationToken cancellation) =>
        await book.Find(tenant, id, cancellation) ?? throw Refusals.NotFound("character_id", $"There is no character '{id}'.", "character_not_found");

    /// <summary>How the caller's orders find his characters.</summary>
    public static CharacterLookup Lookup(PostCall call) => async (id, cancellation) =>
        await call.Service<CharacterBook>().Find(call.Tenant, id, cancellation) is { } row ? CharacterBook.Of(row) : null;

    /// <summary>As it goes over the wire.</summary>
    public static CharacterObject ToWire(CharacterRow row) => new(row.Id, row.Name, row.CreatedAt.ToUnixTimeSeconds(), row.Person);

    private static string Text(string field, string text, int longest) => text.Trim() is { Length: > 0 } said && said.Length <= longest
        ? said
        : throw Refusals.Invalid(field, $"{field} must have 1 to {longest} characters.");
}
