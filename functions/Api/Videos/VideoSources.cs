using System.Text.Json;
using SoraFunctions.Api.Errors;
using SoraFunctions.Contract.Json;
using SoraFunctions.Contract.Storyboards;
using SoraFunctions.Pipeline.Data;
using SoraFunctions.Pipeline.Json;
using SoraFunctions.Pipeline.Requests;
using SoraFunctions.Pipeline.Storage;
using SoraFunctions.Pipeline.Videos.Stages;

namespace SoraFunctions.Api.Videos;

/// <summary>What a finished video was made from.</summary>
internal sealed class VideoSources(VideoShelf shelf, IBlobStore blobs)
{
    /// <summary>The request of a video.</summary>
    public Task<VideoRequest> Request(VideoRow row, CancellationToken cancellation) =>
        new TenantBlobs(blobs, row.TenantId).GetJson(
            JsonSerializer.Deserialize(row.Request, PipelineJson.Default.BlobRef)!, PipelineJson.Default.VideoRequest, cancellation);

    /// <summary>The order of the same video with a change: its storyboard as it was filmed, and its request.</summary>
    public async Task<(VideoRow Source, VideoRequest Request)> Changed(
        string tenant, string id, string param, string change, double? strength, CancellationToken cancellation)
    {
        var row = await shelf.Get(tenant, id, cancellation, param);
        if (row.Status != VideoStatus.Completed)
        {
            throw Refusals.Invalid(param, $"The video '{id}' is not completed, and only a completed video can be changed.", "video_not_completed");
        }

        var request = await Request(row, cancellation);
        var storyboard = await Storyboard(row, request.Channels[0], cancellation);
        return (row, request with
        {
            Storyboard = storyboard,
            Change = change,
            Strength = strength,
            Guides = request.Guides is { } guides ? [.. guides.Select(guide => guide.Pinned(storyboard))] : null,
        });
    }

    private async Task<Storyboard> Storyboard(VideoRow row, string channel, CancellationToken cancellation)
    {
        var file = await shelf.File(row.Id, channel, FileNames.Storyboard, cancellation)
            ?? throw Refusals.NotFound("video_id", $"The storyboard of the video '{row.Id}' is gone.", "storyboard_not_found");
        return await new TenantBlobs(blobs, row.TenantId).GetJson(
            new BlobRef(file.Path, file.Sha256, file.Length, file.MediaType), ContractJson.Default.Storyboard, cancellation);
    }
}
