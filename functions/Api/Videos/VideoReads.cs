using System.Globalization;
using Microsoft.AspNetCore.Http;
using Microsoft.Net.Http.Headers;
using SoraFunctions.Api.Authentication;
using SoraFunctions.Api.Errors;
using SoraFunctions.Api.Json;
using SoraFunctions.Api.Retention;
using SoraFunctions.Pipeline.Data;
using SoraFunctions.Pipeline.Storage;
using SoraFunctions.Pipeline.Retention;

namespace SoraFunctions.Api.Videos;

/// <summary>GET and DELETE of videos.</summary>
internal static class VideoReads
{
    /// <summary>The longer a video is in the making, the seldomer it needs to be asked for.</summary>
    private const int _asksInALife = 20;

    private static readonly TimeSpan _shortestPause = TimeSpan.FromSeconds(1);
    private static readonly TimeSpan _longestPause = TimeSpan.FromSeconds(15);

    /// <summary>A link goes to whoever is shown it, so it does not live long; a transfer that has begun goes on.</summary>
    private static readonly TimeSpan _linkLife = TimeSpan.FromMinutes(15);

    public static async Task<IResult> Retrieve(
        string id, HttpContext http, VideoShelf shelf, TimeProvider time, CancellationToken cancellation)
    {
        var row = await shelf.Get(http.Tenant(), id, cancellation);
        if (row.Status is VideoStatus.Queued or VideoStatus.InProgress)
        {
            var pause = Math.Clamp(
                (time.GetUtcNow() - row.CreatedAt).TotalMilliseconds / _asksInALife,
                _shortestPause.TotalMilliseconds,
                _longestPause.TotalMilliseconds);
            http.Response.Headers["openai-poll-after-ms"] = pause.ToString("0", CultureInfo.InvariantCulture);
        }

        return TypedResults.Json(row.ToWire(http.Server()), ApiJson.Default.VideoObject);
    }

    public static async Task<IResult> List(HttpContext http, VideoShelf shelf, CancellationToken cancellation)
    {
        var query = ListQuery.Of(http.Request);
        var rows = await shelf.List(http.Tenant(), query, cancellation);
        var videos = rows.Select(row => row.ToWire(http.Server())).ToList();
        return TypedResults.Json(
            ObjectList<VideoObject>.Page(videos, query.Limit, video => video.Id), ApiJson.Default.ObjectListVideoObject);
    }

    public static async Task<IResult> Delete(string id, HttpContext http, VideoShelf shelf, LegalHolds holds, CancellationToken cancellation)
    {
        await shelf.Get(http.Tenant(), id, cancellation);
        HoldRule.Check("video_id", await holds.OfVideo(http.Tenant(), id, cancellation));
        await shelf.Remove(http.Tenant(), id, cancellation);
        return TypedResults.Json(new DeletedObject(id, "video.deleted"), ApiJson.Default.DeletedObject);
    }

    public static async Task<IResult> Content(
        string id, HttpContext http, VideoShelf shelf, VideoSources sources, IBlobStore blobs, CancellationToken cancellation)
    {
        var row = await shelf.Get(http.Tenant(), id, cancellation);
        var variant = http.Request.Query.TryGetValue("variant", out var word) ? word.ToString() : ContentVariants.Usual;
        var name = ContentVariants.FileOf(variant)
            ?? throw Refusals.Invalid("variant", $"variant must be one of: {string.Join(", ", ContentVariants.Files.Keys)}, or captions.de for captions in such a language.");

        if (row.Status != VideoStatus.Completed)
        {
            throw row.Status == VideoStatus.Failed
                ? Refusals.NotFound("video_id", $"The video '{id}' failed: {row.ErrorMessage}", "video_failed")
                : Refusals.NotFound("video_id", $"The video '{id}' is not ready yet. GET /v1/videos/{id} tells when it is.", "video_not_ready");
        }

        var channel = await Channel(row, http, sources, cancellation);
        var file = await shelf.File(id, channel, name, cancellation)
            ?? throw Refusals.NotFound("variant", $"The video '{id}' has no {variant} for the channel {channel}.", "variant_not_found");
        if (WantsLink(http.Request) && await blobs.Link(file.Path, _linkLife, cancellation) is { } link)
        {
            http.Response.Headers.CacheControl = "no-store";
            return TypedResults.Redirect(link.AbsoluteUri);
        }

        var content = await blobs.Open(file.Path, cancellation)
            ?? throw Refusals.NotFound("variant", $"The {variant} of the video '{id}' is gone.", "variant_not_found");
        http.Response.Headers.CacheControl = "private, max-age=0, must-revalidate";
        return TypedResults.Stream(
            content,
            file.MediaType,
            lastModified: row.CompletedAt,
            entityTag: new EntityTagHeaderValue($"\"{file.Sha256}\""),
            enableRangeProcessing: true);
    }

    private static bool WantsLink(HttpRequest request) =>
        request.Query.TryGetValue("redirect", out var word) && word.ToString() switch
        {
            "true" => true,
            "false" => false,
            _ => throw Refusals.Invalid("redirect", "redirect must be true or false."),
        };

    private static async Task<string> Channel(VideoRow row, HttpContext http, VideoSources sources, CancellationToken cancellation)
    {
        if (!http.Request.Query.TryGetValue("rendition", out var word))
        {
            return row.MainChannel;
        }

        var request = await sources.Request(row, cancellation);
        return request.Channels.Contains(word.ToString())
            ? word.ToString()
            : throw Refusals.Invalid("rendition", $"rendition must be one of the channels of this video: {string.Join(", ", request.Channels)}.");
    }
}
