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

    /// <summary>A completed video, its request, and its storyboard as it was filmed.</summary>
    public async Task<(VideoRow Row, VideoRequest Request, Storyboard Storyboard)> Completed(
        string tenant, string id, string param, CancellationToken cancellation)
    {
        var row = await shelf.Get(tenant, id, cancellation, param);
        if (row.Status != VideoStatus.Completed)
        {
            throw Refusals.Invalid(param, $"The video '{id}' is not completed, and only a completed video can be changed.", "video_not_completed");
        }

        var request = await Request(row, cancellation);
        return (row, request, await Storyboard(row, request.Channels[0], cancellation));
    }

    private async Task<Storyboard> Storyboard(VideoRow row, string channel, CancellationToken cancellation)
    {
        var file = await shelf.File(row.Id, channel, FileNames.Storyboard, cancellation)
            ?? throw Refusals.NotFound("video_id", $"The storyboard of the video '{row.Id}' is gone.", "storyboard_not_found");
        return await new TenantBlobs(blobs, row.TenantId).GetJson(
            new BlobRef(file.Path, file.Sha256, file.Length, file.MediaType), ContractJson.Default.Storyboard, cancellation);
    }
}
