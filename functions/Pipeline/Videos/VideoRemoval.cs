using Microsoft.EntityFrameworkCore;
using SoraFunctions.Pipeline.Channels;
using SoraFunctions.Pipeline.Data;
using SoraFunctions.Pipeline.Fingerprints;
using SoraFunctions.Pipeline.Links;
using SoraFunctions.Pipeline.Orchestration;
using SoraFunctions.Pipeline.Verifications;

namespace SoraFunctions.Pipeline.Videos;

/// <summary>Removes videos.</summary>
/// <param name="database">Where their rows are.</param>
/// <param name="orchestrations">What makes them.</param>
/// <param name="manifests">Their manifests.</param>
/// <param name="fingerprints">How they look.</param>
/// <param name="links">What leads to the shop from copies of them.</param>
public sealed class VideoRemoval(
    SoraDatabase database, IOrchestrationClient orchestrations, ManifestRepository manifests, RenditionFingerprints fingerprints, LinkRetirement links)
{
    /// <summary>Longest wait for an orchestration to stop before its video is removed.</summary>
    private static readonly TimeSpan _stopping = TimeSpan.FromSeconds(10);

    /// <summary>
    /// Stops what is being made, then removes the video and its files from the shelf; nothing happens where there is none. What it was made with
    /// is deleted by <see cref="Collection.BlobCollector"/>, unless another video needs it.
    /// </summary>
    /// <param name="id">Which; the caller has seen to it that it is his.</param>
    /// <param name="cancellation">Stops waiting; what is left is removed by the next call.</param>
    public async Task Remove(string id, CancellationToken cancellation)
    {
        if (await orchestrations.Find(id, cancellation) is { State: InstanceState.Running or InstanceState.Suspended })
        {
            await VideoOrchestration.Stop(orchestrations, id, "The video was deleted.", cancellation);
            await WaitForEnd(id, cancellation);
        }

        // Not every host forgets what an orchestration has started along with it.
        var channels = await database.VideoFiles.Where(row => row.VideoId == id).Select(row => row.Channel).Distinct().ToListAsync(cancellation);
        await links.Retire(id, cancellation);
        await fingerprints.Remove(id, cancellation);
        await manifests.Remove(id, cancellation);
        await database.VideoFiles.Where(row => row.VideoId == id).ExecuteDeleteAsync(cancellation);
        await database.VideoTrails.Where(row => row.VideoId == id).ExecuteDeleteAsync(cancellation);
        await database.Reviews.Where(row => row.VideoId == id).ExecuteDeleteAsync(cancellation);
        await database.VideoParts.Where(row => row.VideoId == id).ExecuteDeleteAsync(cancellation);
        await database.Videos.Where(row => row.Id == id).ExecuteDeleteAsync(cancellation);
        await orchestrations.Purge(id, cancellation);
        foreach (var channel in channels.Count > 0 ? channels : ChannelProfile.Names)
        {
            await orchestrations.Purge(RenditionOrchestration.InstanceOf(id, channel), cancellation);
        }
    }

    private async Task WaitForEnd(string id, CancellationToken cancellation)
    {
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(cancellation);
        limit.CancelAfter(_stopping);
        try
        {
            await orchestrations.WaitForEnd(id, limit.Token);
        }
        catch (OperationCanceledException) when (!cancellation.IsCancellationRequested)
        {
            // An activity that does not stop keeps running into nothing: its results have no row to go to.
        }
    }
}
