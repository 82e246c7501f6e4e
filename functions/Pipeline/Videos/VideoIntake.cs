using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using SoraFunctions.Pipeline.Data;
using SoraFunctions.Pipeline.Json;
using SoraFunctions.Pipeline.Labels;
using SoraFunctions.Pipeline.Orchestration;
using SoraFunctions.Pipeline.Payments;
using SoraFunctions.Pipeline.Quotas;
using SoraFunctions.Pipeline.Requests;
using SoraFunctions.Pipeline.Storage;
using SoraFunctions.Pipeline.Telemetry;
using SoraFunctions.Pipeline.Tenants;
using SoraFunctions.Pipeline.Usage;
using SoraFunctions.Pipeline.Videos.Stages;

namespace SoraFunctions.Pipeline.Videos;

/// <summary>Accepts videos: stores the request, then the row, then starts the orchestration, so that a 200 is a promise.</summary>
/// <param name="database">Where the row goes.</param>
/// <param name="blobs">Where the request goes.</param>
/// <param name="orchestrations">What makes the video.</param>
/// <param name="control">Gives a video up.</param>
/// <param name="duty">Says whether a copy without visible label may be ordered.</param>
/// <param name="payments">Says whether it can be paid at where it is to be.</param>
/// <param name="estimates">Says what it will cost.</param>
/// <param name="gate">Holds it against what its tenant may have.</param>
/// <param name="tenants">Knows what its tenant allows.</param>
/// <param name="time">The clock.</param>
public sealed class VideoIntake(
    SoraDatabase database, IBlobStore blobs, IOrchestrationClient orchestrations, VideoControl control, LabelDuty duty, PaymentLinks payments,
    UsageEstimates estimates, QuotaGate gate, TenantDesk tenants, TimeProvider time)
{
    private const int _page = 500;
    private static readonly TimeSpan _patience = TimeSpan.FromDays(1);

    /// <summary>A new id: <c>video_</c> and 32 hex digits, rising with time.</summary>
    public string NewId() => $"video_{Guid.CreateVersion7(time.GetUtcNow()):n}";

    /// <summary>Accepts a video. Asking again with the same id changes nothing.</summary>
    /// <param name="video">What is ordered.</param>
    /// <param name="cancellation">Stops waiting; the video may then have been accepted or not.</param>
    /// <exception cref="RequestException">It can't be made so.</exception>
    /// <exception cref="QuotaExceededException">It is more than its tenant may have for now.</exception>
    public async Task<VideoRow> Accept(NewVideo video, CancellationToken cancellation)
    {
        var known = await database.Videos.FindAsync([video.VideoId], cancellation);
        if (known is not null)
        {
            await Start(known, cancellation);
            return known;
        }

        (await tenants.Settings(video.Tenant, cancellation)).Policy?.Check(video.Request);
        await duty.Check(video.Tenant, video.Request, cancellation);
        await payments.Check(video.Tenant, video.Request, cancellation);
        var estimate = video.EstimatedMicroDollars ?? await estimates.Cost(video.Tenant, video.Request, cancellation);
        var request = await new TenantBlobs(blobs, video.Tenant)
            .PutJson(video.Request, PipelineJson.Default.VideoRequest, cancellation);
        var row = new VideoRow
        {
            Id = video.VideoId,
            TenantId = video.Tenant,
            Model = video.Model,
            CreatedAt = time.GetUtcNow(),
            Prompt = video.Request.Change ?? (video.Request.Prompt.Length > 0 ? video.Request.Prompt : null),
            Size = Renditions.SizeOf(video.Request).ToString(),
            MainChannel = video.Request.Channels[0],
            Seconds = Renditions.SecondsOf(video.Request),
            Quality = video.Request.Quality,
            RemixedFrom = video.RemixedFrom,
            EstimatedMicroDollars = estimate,
            Warnings = JsonSerializer.Serialize(video.Warnings, PipelineJson.Default.IReadOnlyListString),
            Request = JsonSerializer.Serialize(request, PipelineJson.Default.BlobRef),
            Rights = video.RemixedFrom is null ? null : await database.Videos.AsNoTracking()
                .Where(parent => parent.Id == video.RemixedFrom && parent.TenantId == video.Tenant).Select(parent => parent.Rights).FirstOrDefaultAsync(cancellation),
            Metadata = JsonSerializer.Serialize(video.Metadata, PipelineJson.Default.IReadOnlyDictionaryStringString),
        };
        var accepted = await Write(row, Renditions.MillisecondsOf(video.Request), cancellation);
        await Start(accepted, cancellation);
        return accepted;
    }

    /// <summary>Counts the order and writes it down, both or none; whoever was quicker with the same id has counted it.</summary>
    private async Task<VideoRow> Write(VideoRow row, long milliseconds, CancellationToken cancellation)
    {
        var added = database.Entry(row);
        try
        {
            await gate.Enter(
                row.TenantId, milliseconds, row.EstimatedMicroDollars ?? 0,
                async stop =>
                {
                    added.State = EntityState.Added;
                    await database.SaveChangesAsync(acceptAllChangesOnSuccess: false, stop);
                },
                cancellation);
            database.ChangeTracker.AcceptAllChanges();
            PipelineMeters.Accepted();
            return row;
        }
        catch (DbUpdateException) when (!cancellation.IsCancellationRequested)
        {
            added.State = EntityState.Detached;
            if (await database.Videos.FindAsync([row.Id], cancellation) is { } known)
            {
                return known;
            }

            throw;
        }
        catch
        {
            added.State = EntityState.Detached;
            throw;
        }
    }

    /// <summary>
    /// Sees to it that every unfinished video has an orchestration: one that a crash between two steps of intake left without, and
    /// one whose orchestration broke, as after a change of its code. What was made is found again by content. A video whose orchestration
    /// is still breaking after a day is given up.
    /// </summary>
    /// <param name="cancellation">Stops waiting.</param>
    public async Task Reconcile(CancellationToken cancellation)
    {
        var last = "";
        while (await Unfinished(last, cancellation) is { Count: > 0 } rows)
        {
            foreach (var row in rows)
            {
                await Reconcile(row, cancellation);
            }

            last = rows[^1].Id;
        }
    }

    private Task<List<VideoRow>> Unfinished(string after, CancellationToken cancellation) => database.Videos.AsNoTracking()
        .Where(row => (row.Status == VideoStatus.Queued || row.Status == VideoStatus.InProgress) && string.Compare(row.Id, after) > 0)
        .OrderBy(row => row.Id)
        .Take(_page)
        .ToListAsync(cancellation);

    private async Task Reconcile(VideoRow row, CancellationToken cancellation)
    {
        if (await orchestrations.Find(row.Id, cancellation) is { State: not (InstanceState.Running or InstanceState.Suspended) } ended)
        {
            if (row.CreatedAt < time.GetUtcNow() - _patience)
            {
                var why = new FailOrder("server_error", ended.Error ?? "The orchestration ended without a video.");
                await control.GiveUp(row.TenantId, row.Id, why, cancellation);
                return;
            }

            await VideoOrchestration.Stop(orchestrations, row.Id, "The video is begun anew.", cancellation);
            await orchestrations.Purge(row.Id, cancellation);
        }

        await Start(row, cancellation);
    }

    private Task<bool> Start(VideoRow row, CancellationToken cancellation)
    {
        var request = JsonSerializer.Deserialize(row.Request, PipelineJson.Default.BlobRef)!;
        return orchestrations.Start(
            VideoOrchestration.Definition, row.Id, new VideoOrder(row.TenantId, row.Id, request), cancellation);
    }
}
