using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using SoraFunctions.Contract.Json;
using SoraFunctions.Contract.Storyboards;
using SoraFunctions.Pipeline.Data;
using SoraFunctions.Pipeline.Json;
using SoraFunctions.Pipeline.Requests;
using SoraFunctions.Pipeline.Storage;
using SoraFunctions.Pipeline.Videos.Stages;

namespace SoraFunctions.Pipeline.Shows;

/// <summary>What the cuts of a show are made from.</summary>
/// <param name="database">Where videos are.</param>
/// <param name="blobs">Where requests and storyboards lie.</param>
public sealed class ShowCuts(SoraDatabase database, IBlobStore blobs)
{
    /// <summary>The storyboard of a completed video as it was filmed; null when the video is not completed or its files are gone.</summary>
    /// <param name="tenant">Whose.</param>
    /// <param name="videoId">Which video.</param>
    /// <param name="cancellation">Stops waiting.</param>
    public async Task<Storyboard?> Storyboard(string tenant, string videoId, CancellationToken cancellation)
    {
        var file = await database.VideoFiles.AsNoTracking()
            .Where(row => row.VideoId == videoId && row.Name == FileNames.Storyboard
                && database.Videos.Any(video => video.Id == videoId && video.TenantId == tenant && video.MainChannel == row.Channel && video.Status == VideoStatus.Completed))
            .FirstOrDefaultAsync(cancellation);
        return file is null ? null : await new TenantBlobs(blobs, tenant).GetJson(
            new BlobRef(file.Path, file.Sha256, file.Length, file.MediaType), ContractJson.Default.Storyboard, cancellation);
    }

    /// <summary>The order of the cut that is shown, with a change.</summary>
    /// <param name="show">Which show.</param>
    /// <param name="change">What to change, in words.</param>
    /// <param name="cancellation">Stops waiting.</param>
    /// <exception cref="FileNotFoundException">The cut is gone.</exception>
    public async Task<(VideoRow Source, VideoRequest Request)> Changed(ShowRow show, string change, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(show);
        var source = await database.Videos.AsNoTracking().SingleOrDefaultAsync(row => row.Id == show.VideoId && row.TenantId == show.TenantId, cancellation)
            ?? throw new FileNotFoundException($"The video {show.VideoId} is gone.");
        var storyboard = await Storyboard(show.TenantId, show.VideoId, cancellation)
            ?? throw new FileNotFoundException($"The storyboard of {show.VideoId} is gone.");
        var request = await new TenantBlobs(blobs, show.TenantId).GetJson(
            JsonSerializer.Deserialize(source.Request, PipelineJson.Default.BlobRef)!, PipelineJson.Default.VideoRequest, cancellation);
        return (source, request.Changed(storyboard, change));
    }
}
