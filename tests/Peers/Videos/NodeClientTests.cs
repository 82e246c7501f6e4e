using System.Text.Json;
using SoraFunctions.Api.Tests.Hosting;
using SoraFunctions.Peers.Tests.Hosting;

namespace SoraFunctions.Peers.Tests.Videos;

/// <summary>The official Node client of the Videos API against <c>sora serve</c>.</summary>
[Collection(ServerCollection.Name)]
public sealed class NodeClientTests(SoraServer server)
{
    [PeerFact]
    public async Task Client_creates_polls_downloads_lists_remixes_and_deletes()
    {
        var seen = await Script.Run("life.mjs", server);

        var video = seen.GetProperty("video");
        Assert.Equal("queued", Text(seen.GetProperty("created"), "status"));
        Assert.Equal(("completed", 100, "1", "256x256"), (Text(video, "status"), video.GetProperty("progress").GetInt32(), Text(video, "seconds"), Text(video, "size")));
        var files = seen.GetProperty("files");
        Assert.Equal("video/mp4", Text(files.GetProperty("video"), "type"));
        Assert.Contains("ftyp", Text(files.GetProperty("video"), "head"));
        Assert.Equal("image/webp", Text(files.GetProperty("thumbnail"), "type"));
        Assert.Contains("WEBP", Text(files.GetProperty("thumbnail"), "head"));
        Assert.Equal("image/jpeg", Text(files.GetProperty("spritesheet"), "type"));
        Assert.Equal(
            [Text(seen, "second"), Text(video, "id")],
            seen.GetProperty("listed").EnumerateArray().Select(id => id.GetString()!).Take(2));
        var remixed = seen.GetProperty("remixed");
        Assert.Equal("completed", Text(remixed, "status"));
        Assert.Equal(Text(video, "id"), Text(remixed, "remixed_from_video_id"));
        Assert.Equal("Make it green.", Text(remixed, "prompt"));
        Assert.True(seen.GetProperty("deleted").GetProperty("deleted").GetBoolean());
        Assert.Equal("video.deleted", Text(seen.GetProperty("deleted"), "object"));
        Assert.Equal("NotFoundError", Text(seen, "gone"));
        Assert.StartsWith("req_", Text(seen, "requestId"));
    }

    [PeerFact]
    public async Task Client_tells_every_class_of_error()
    {
        var seen = await Script.Run("errors.mjs", server);

        Assert.True(seen.GetProperty("replayed").GetBoolean());
        Assert.Equal(1, seen.GetProperty("crowd").GetInt32());
        AssertError(seen, "unauthorized", "AuthenticationError", 401, null, "invalid_api_key");
        AssertError(seen, "seconds", "BadRequestError", 400, "seconds", "invalid_value");
        AssertError(seen, "size", "BadRequestError", 400, "size", "invalid_value");
        AssertError(seen, "field", "BadRequestError", 400, "colour", "unknown_parameter");
        AssertError(seen, "picture", "BadRequestError", 400, "input_reference", "invalid_image");
        AssertError(seen, "unknown", "NotFoundError", 404, "video_id", "video_not_found");
        AssertError(seen, "early", "NotFoundError", 404, "video_id", "video_not_ready");
        AssertError(seen, "conflict", "UnprocessableEntityError", 422, "Idempotency-Key", "idempotency_conflict");
        AssertError(seen, "later", "InternalServerError", 501, "video", "not_implemented");
    }

    [PeerFact]
    public async Task Client_that_sends_too_much_waits_as_it_is_told_and_gets_its_answer()
    {
        var seen = await Script.Run("limits.mjs", server);

        Assert.Equal((429, "rate_limit_exceeded"), (seen.GetProperty("status").GetInt32(), Text(seen, "code")));
        Assert.Equal(21, seen.GetProperty("lists").GetInt32());
        Assert.InRange(seen.GetProperty("toldMs").GetDouble(), 1, 3_100);

        // The first refusal is the script's own; the client comes a moment later, is refused too, and waits for the rest of that time.
        Assert.InRange(seen.GetProperty("waitedMs").GetDouble(), seen.GetProperty("toldMs").GetDouble() - 500, 60_000);
    }

    [PeerFact]
    public async Task Client_sends_pictures_in_every_way_it_knows()
    {
        var png = Convert.ToBase64String(Pictures.Png(320, 320));

        var seen = await Script.Run("forms.mjs", server, ("SORA_PNG", png));

        Assert.All(seen.GetProperty("made").EnumerateObject(), made => Assert.Equal("queued", made.Value.GetString()));
        Assert.Equal("404 video_not_found video.id", Text(seen, "edit"));
        Assert.Equal("404 video_not_found video.id", Text(seen, "extend"));
        Assert.Equal("400 invalid_video video", Text(seen, "character"));
        Assert.Equal("404 character_not_found character_id", Text(seen, "getCharacter"));
        Assert.Contains("world", seen.GetProperty("models").EnumerateArray().Select(model => model.GetString()));
    }

    [PeerFact]
    public async Task Webhook_is_verified_by_two_libraries()
    {
        var seen = await Script.Run("webhooks.mjs", server);

        var id = Text(seen.GetProperty("endpoint"), "id");
        Assert.StartsWith("whsec_", Text(seen.GetProperty("endpoint"), "signing_secret"));
        Assert.False(seen.GetProperty("retrieved").TryGetProperty("signing_secret", out _));
        Assert.Contains(id, seen.GetProperty("listed").EnumerateArray().Select(item => item.GetString()));
        Assert.Equal(204, seen.GetProperty("test").GetProperty("status_code").GetInt32());
        var unwrapped = seen.GetProperty("unwrapped");
        Assert.Equal("video.completed", Text(unwrapped, "type"));
        Assert.Equal(Text(seen, "video"), Text(unwrapped.GetProperty("data"), "id"));
        Assert.Equal(("verified", "verified"), (Text(seen, "sample"), Text(seen, "second")));
        Assert.Equal(("WebhookVerificationError", "InvalidWebhookSignatureError"), (Text(seen, "forged"), Text(seen, "forgedUnwrap")));
        Assert.Equal(("verified", "verified"), (Text(seen, "oldSecret"), Text(seen, "newSecret")));
        Assert.Equal(2, seen.GetProperty("signatures").GetInt32());
    }

    private static void AssertError(JsonElement seen, string name, string kind, int status, string? param, string code)
    {
        var error = seen.GetProperty(name);
        Assert.Equal(
            (kind, status, param, code),
            (Text(error, "name"), error.GetProperty("status").GetInt32(), error.GetProperty("param").GetString(), Text(error, "code")));
    }

    private static string Text(JsonElement value, string name) => value.GetProperty(name).GetString()!;
}
