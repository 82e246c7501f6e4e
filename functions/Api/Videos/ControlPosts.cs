using Microsoft.AspNetCore.Http;
using SoraFunctions.Api.Authentication;
using SoraFunctions.Api.Errors;
using SoraFunctions.Api.Json;
using SoraFunctions.Pipeline.Data;
using SoraFunctions.Pipeline.Videos;
using SoraFunctions.Pipeline.Videos.Stages;

namespace SoraFunctions.Api.Videos;

/// <summary>POSTs that cancel, hold and resume a video. They have no body, and asking again changes nothing.</summary>
internal static class ControlPosts
{
    /// <summary><c>POST /v1/videos/{id}/cancel</c>: a video that was cancelled before is shown as it is.</summary>
    public static async Task<IResult> Cancel(
        string id, HttpContext http, VideoShelf shelf, VideoControl control, CancellationToken cancellation)
    {
        var row = await shelf.Get(http.Tenant(), id, cancellation);
        if (row.Status == VideoStatus.Completed)
        {
            throw Done(id, "completed");
        }

        if (row.Status != VideoStatus.Failed)
        {
            await control.GiveUp(row.TenantId, id, FailOrder.Cancelled, cancellation);
        }

        return await Show(id, http, shelf, cancellation);
    }

    /// <summary><c>POST /v1/videos/{id}/suspend</c>.</summary>
    public static async Task<IResult> Suspend(
        string id, HttpContext http, VideoShelf shelf, VideoSources sources, VideoControl control, CancellationToken cancellation)
    {
        var row = await Unfinished(id, http, shelf, cancellation);
        await control.Suspend(id, (await sources.Request(row, cancellation)).Channels, cancellation);
        return await Show(id, http, shelf, cancellation);
    }

    /// <summary><c>POST /v1/videos/{id}/resume</c>.</summary>
    public static async Task<IResult> Resume(
        string id, HttpContext http, VideoShelf shelf, VideoSources sources, VideoControl control, CancellationToken cancellation)
    {
        var row = await Unfinished(id, http, shelf, cancellation);
        await control.Resume(id, (await sources.Request(row, cancellation)).Channels, cancellation);
        return await Show(id, http, shelf, cancellation);
    }

    private static async Task<VideoRow> Unfinished(string id, HttpContext http, VideoShelf shelf, CancellationToken cancellation)
    {
        var row = await shelf.Get(http.Tenant(), id, cancellation);
        return row.Status switch
        {
            VideoStatus.Completed => throw Done(id, "completed"),
            VideoStatus.Failed => throw Done(id, "failed"),
            _ => row,
        };
    }

    private static ApiException Done(string id, string state) => Refusals.Conflict(
        "video_id", $"The video '{id}' is {state}; only one that is queued or in progress can be cancelled, suspended or resumed.", $"video_{state}");

    private static async Task<IResult> Show(string id, HttpContext http, VideoShelf shelf, CancellationToken cancellation) =>
        TypedResults.Json((await shelf.Get(http.Tenant(), id, cancellation)).ToWire(http.Server()), ApiJson.Default.VideoObject);
}
