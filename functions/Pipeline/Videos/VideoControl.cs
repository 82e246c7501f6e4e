using Microsoft.EntityFrameworkCore;
using SoraFunctions.Pipeline.Data;
using SoraFunctions.Pipeline.Orchestration;
using SoraFunctions.Pipeline.Videos.Stages;

namespace SoraFunctions.Pipeline.Videos;

/// <summary>Gives up, holds and resumes the making of a video. Each is a promise once it returns, and asking again changes nothing.</summary>
/// <param name="database">Where the row is.</param>
/// <param name="orchestrations">What makes the video.</param>
/// <param name="time">The clock.</param>
public sealed class VideoControl(SoraDatabase database, IOrchestrationClient orchestrations, TimeProvider time)
{
    /// <summary>Gives up a video that is not done. Its row says so at once; what runs is stopped and endpoints are told after.</summary>
    /// <param name="tenant">Whose.</param>
    /// <param name="videoId">Which.</param>
    /// <param name="why">What is said on it, such as <see cref="FailOrder.Cancelled"/>.</param>
    /// <param name="cancellation">Stops waiting.</param>
    public async Task GiveUp(string tenant, string videoId, FailOrder why, CancellationToken cancellation)
    {
        await orchestrations.Start(
            CancellationOrchestration.Definition,
            CancellationOrchestration.InstanceOf(videoId),
            new CancelOrder(tenant, videoId, why),
            cancellation);
        var now = time.GetUtcNow();
        await database.Videos
            .Where(row => row.Id == videoId && row.TenantId == tenant && row.Status < VideoStatus.Completed)
            .ExecuteUpdateAsync(
                row => row.SetProperty(video => video.Status, VideoStatus.Failed)
                    .SetProperty(video => video.CompletedAt, now)
                    .SetProperty(video => video.ErrorCode, why.Code)
                    .SetProperty(video => video.ErrorMessage, why.Message),
                cancellation);
    }

    /// <summary>Holds a video: nothing new is begun for it. Shots that are being rendered are rendered to their end, and kept.</summary>
    /// <param name="videoId">Which.</param>
    /// <param name="channels">Its channels.</param>
    /// <param name="cancellation">Stops waiting.</param>
    public async Task Suspend(string videoId, IReadOnlyList<string> channels, CancellationToken cancellation)
    {
        // The whole first: while its parts are being held it must not begin further ones.
        foreach (var instance in (string[])[videoId, .. Parts(videoId, channels)])
        {
            await orchestrations.Suspend(instance, "The caller holds the video.", cancellation);
        }

        DateTimeOffset? now = time.GetUtcNow();
        await database.Videos.Where(row => row.Id == videoId && row.SuspendedAt == null)
            .ExecuteUpdateAsync(row => row.SetProperty(video => video.SuspendedAt, now), cancellation);
    }

    /// <summary>Lets a held video go on.</summary>
    /// <param name="videoId">Which.</param>
    /// <param name="channels">Its channels.</param>
    /// <param name="cancellation">Stops waiting.</param>
    public async Task Resume(string videoId, IReadOnlyList<string> channels, CancellationToken cancellation)
    {
        foreach (var instance in (string[])[.. Parts(videoId, channels), videoId])
        {
            await orchestrations.Resume(instance, "The caller resumes the video.", cancellation);
        }

        await database.Videos.Where(row => row.Id == videoId)
            .ExecuteUpdateAsync(row => row.SetProperty(video => video.SuspendedAt, (DateTimeOffset?)null), cancellation);
    }

    private static IEnumerable<string> Parts(string videoId, IReadOnlyList<string> channels) =>
        channels.Select(channel => RenditionOrchestration.InstanceOf(videoId, channel));
}
