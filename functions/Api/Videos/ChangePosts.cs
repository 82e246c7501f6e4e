using SoraFunctions.Api.Errors;
using SoraFunctions.Api.Posting;
using SoraFunctions.Pipeline.Data;
using SoraFunctions.Pipeline.Requests;
using SoraFunctions.Pipeline.Requests.Reading;
using SoraFunctions.Pipeline.Requests.Wire;
using SoraFunctions.Pipeline.Tenants;
using SoraFunctions.Pipeline.Videos;

namespace SoraFunctions.Api.Videos;

/// <summary>POSTs that order a video from another one.</summary>
internal static class ChangePosts
{
    private const string Video = "video";

    /// <summary><c>POST /v1/videos/{id}/remix</c>.</summary>
    public static Task<Answer> Remix(PostCall call, CancellationToken cancellation)
    {
        var wanted = StrictJson.Read<VideoRemix>(call.Fields());
        Prompts.Check(wanted.Prompt);
        CheckStrength(wanted.Strength);
        return Change(call, call.RouteId(), "video_id", wanted.Prompt, wanted.Strength, cancellation);
    }

    /// <summary><c>POST /v1/videos/edits</c>: of a video of this server it is a remix.</summary>
    public static Task<Answer> Edit(PostCall call, CancellationToken cancellation)
    {
        WireFiles.Expect(call.Body, Video);
        var wanted = StrictJson.Read<VideoEdit>(call.Body.Fields);
        Prompts.Check(wanted.Prompt);
        CheckStrength(wanted.Strength);
        var id = CheckVideo(call.Body, wanted.Video);
        return id is null
            ? throw Refusals.NotMade(Video, "Uploaded videos can't be edited by this server. Send video as an object with the id of one of its own videos.")
            : Change(call, id, "video.id", wanted.Prompt, wanted.Strength, cancellation);
    }

    /// <summary><c>POST /v1/videos/extensions</c>: the shots of a video of this server, and what happens next.</summary>
    public static async Task<Answer> Extend(PostCall call, CancellationToken cancellation)
    {
        WireFiles.Expect(call.Body, Video);
        var wanted = StrictJson.Read<VideoExtension>(call.Body.Fields);
        Prompts.Check(wanted.Prompt);
        if (wanted.Seconds?.Value is not ((4 or 8 or 12 or 16 or 20) and var added))
        {
            throw Refusals.Invalid("seconds", "seconds must be one of: 4, 8, 12, 16, 20.");
        }

        var id = CheckVideo(call.Body, wanted.Video)
            ?? throw Refusals.NotMade(Video, "Uploaded videos can't be extended by this server. Send video as an object with the id of one of its own videos.");
        await call.Service<CreateLimiter>().Enter(call.Tenant, cancellation);
        var (source, request, storyboard) = await call.Service<VideoSources>().Completed(call.Tenant, id, "video.id", cancellation);
        if (wanted.Model is { } model && model != source.Model)
        {
            throw Refusals.Invalid("model", $"model must be left out, or be that of the video: {source.Model}.");
        }

        var longer = request.Extended(storyboard, wanted.Prompt, Extensions.SecondsOf(request, storyboard, added));
        (await call.Service<TenantDesk>().Settings(call.Tenant, cancellation)).Policy?.Check(longer, "model");
        return await Accept(call, source, longer, cancellation);
    }

    private static async Task<Answer> Change(
        PostCall call, string id, string param, string prompt, double? strength, CancellationToken cancellation)
    {
        await call.Service<CreateLimiter>().Enter(call.Tenant, cancellation);
        var (source, request, storyboard) = await call.Service<VideoSources>().Completed(call.Tenant, id, param, cancellation);
        return await Accept(call, source, request.Changed(storyboard, prompt, strength), cancellation);
    }

    private static Task<Answer> Accept(PostCall call, VideoRow source, VideoRequest request, CancellationToken cancellation) => VideoPosts.Accept(
        call, new NewVideo(call.Tenant, call.Ids.Next("video"), source.Model, request) { RemixedFrom = source.Id }, cancellation);

    private static void CheckStrength(double? strength)
    {
        if (strength is not null and not (> 0 and <= 1))
        {
            throw Refusals.Invalid("strength", "strength must be a number over 0 and up to 1, such as 0.7.");
        }
    }

    /// <summary>The id of the video that is named; null when one was uploaded.</summary>
    private static string? CheckVideo(WireBody body, IdReference? named) => (body.Files.TryGetValue(Video, out var file), named) switch
    {
        (true, null) when IsMp4(file.Span) => null,
        (true, null) => throw Refusals.Invalid(Video, "video must be an MP4 file; these bytes are none.", "invalid_video"),
        (false, { } reference) => reference.Id,
        _ => throw Refusals.Invalid(Video, "video must be either a file, or an object with the id of a video.", "missing_required_parameter"),
    };

    /// <summary>Whether bytes begin as an MP4 file does (ISO/IEC 14496-12, 4.3).</summary>
    public static bool IsMp4(ReadOnlySpan<byte> bytes) => bytes.Length > 12 && bytes[4..8].SequenceEqual("ftyp"u8);
}
