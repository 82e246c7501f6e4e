using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using SoraFunctions.Contract.Json;
using SoraFunctions.Contract.Storyboards;
using SoraFunctions.Pipeline.Data;
using SoraFunctions.Pipeline.Json;
using SoraFunctions.Pipeline.Requests;
using SoraFunctions.Pipeline.Storage;
using SoraFunctions.Pipeline.Tenants;
using SoraFunctions.Pipeline.Videos;

namespace SoraFunctions.Pipeline.Retention;

/// <summary>
/// Removes videos, and what they were ordered with, when their tenant wants them gone; nothing that is held. The blobs follow by
/// the collection of blobs that no row leads to.
/// </summary>
/// <param name="database">Where rows are.</param>
/// <param name="blobs">Where requests are.</param>
/// <param name="removal">Removes videos.</param>
/// <param name="holds">Knows what may not be removed.</param>
/// <param name="time">The clock.</param>
public sealed class RetentionKeeper(SoraDatabase database, IBlobStore blobs, VideoRemoval removal, LegalHolds holds, TimeProvider time)
{
    private const int MostInARun = 1_000;

    /// <summary>Does it, for a thousand videos of each tenant at most; the next run goes on.</summary>
    /// <param name="cancellation">Stops after the present video.</param>
    public async Task Run(CancellationToken cancellation)
    {
        var now = time.GetUtcNow();
        foreach (var row in await database.TenantSettings.AsNoTracking().Where(one => one.Settings != null && one.HoldReason == null).ToListAsync(cancellation))
        {
            var settings = TenantDesk.SettingsOf(row);
            if (settings.VideoDays is { } days)
            {
                foreach (var id in await Ended(row.TenantId, now.AddDays(-days)).Select(video => video.Id).Take(MostInARun).ToListAsync(cancellation))
                {
                    await removal.Remove(id, cancellation);
                }
            }

            if (settings.InputDays is { } inputDays)
            {
                foreach (var video in await Ended(row.TenantId, now.AddDays(-inputDays)).Where(one => one.InputsGoneAt == null).Take(MostInARun).ToListAsync(cancellation))
                {
                    await Forget(video, now, cancellation);
                }
            }
        }
    }

    private IQueryable<VideoRow> Ended(string tenant, DateTimeOffset before) =>
        holds.Free(database.Videos.AsNoTracking().Where(video => video.TenantId == tenant && video.CompletedAt < before)).OrderBy(video => video.Id);

    /// <summary>The order is replaced by one that says only what the video is, not what was asked for; the clips that it was cut from go with it.</summary>
    private async Task Forget(VideoRow video, DateTimeOffset now, CancellationToken cancellation)
    {
        var tenant = new TenantBlobs(blobs, video.TenantId);
        var request = await Read(tenant, video, cancellation);
        var bare = new VideoRequest
        {
            Channels = request?.Channels ?? [video.MainChannel],
            Seconds = request?.Seconds ?? video.Seconds,
            Size = request?.Size,
            Language = request?.Language,
            Markets = request?.Markets,
            CleanCopy = request?.CleanCopy ?? false,
            Outputs = request?.Outputs,
            Engine = request?.Engine ?? "world",
            Quality = request?.Quality ?? default,
            Seed = request?.Seed ?? 0,
        };
        var kept = JsonSerializer.Serialize(await tenant.PutJson(bare, PipelineJson.Default.VideoRequest, cancellation), PipelineJson.Default.BlobRef);
        await database.Videos.Where(row => row.Id == video.Id).ExecuteUpdateAsync(
            row => row.SetProperty(one => one.Prompt, (string?)null)
                .SetProperty(one => one.Request, kept)
                .SetProperty(one => one.InputsGoneAt, now),
            cancellation);
        await ForgetReviews(tenant, video.Id, kept, cancellation);
        await database.VideoTrails.Where(row => row.VideoId == video.Id).ExecuteDeleteAsync(cancellation);
    }

    /// <summary>Of a review stays who decided what, and nothing of what it was about: a request that is gone can't be found again by its hash either.</summary>
    private async Task ForgetReviews(TenantBlobs tenant, string videoId, string kept, CancellationToken cancellation)
    {
        var board = JsonSerializer.Serialize(
            await tenant.PutJson(new Storyboard { Title = "", Cast = [], Shots = [] }, ContractJson.Default.Storyboard, cancellation), PipelineJson.Default.BlobRef);
        foreach (var review in await database.Reviews.AsNoTracking().Where(row => row.VideoId == videoId).Select(row => new { row.Id, row.RequestSha256 }).ToListAsync(cancellation))
        {
            var hash = ErasedHash.Of(review.RequestSha256);
            await database.Reviews.Where(row => row.Id == review.Id).ExecuteUpdateAsync(
                row => row.SetProperty(one => one.Request, kept)
                    .SetProperty(one => one.Storyboard, board)
                    .SetProperty(one => one.Changed, one => one.Changed == null ? null : kept)
                    .SetProperty(one => one.Sheets, one => one.Sheets == null ? null : "{}")
                    .SetProperty(one => one.RequestSha256, hash)
                    .SetProperty(one => one.Findings, "[]")
                    .SetProperty(one => one.Appeal, one => one.Appeal == null ? null : ""),
                cancellation);
        }
    }

    private static async Task<VideoRequest?> Read(TenantBlobs tenant, VideoRow video, CancellationToken cancellation)
    {
        try
        {
            return await tenant.GetJson(JsonSerializer.Deserialize(video.Request, PipelineJson.Default.BlobRef)!, PipelineJson.Default.VideoRequest, cancellation);
        }
        catch (FileNotFoundException)
        {
            return null;
        }
    }
}
