using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using SoraFunctions.Pipeline.Data;
using SoraFunctions.Pipeline.Json;
using SoraFunctions.Pipeline.Orchestration;
using SoraFunctions.Pipeline.Webhooks;

namespace SoraFunctions.Pipeline.Videos.Stages;

/// <summary>Hands a video over: from here on it is completed, and whoever asked to be told is told.</summary>
/// <param name="database">Where the row is.</param>
/// <param name="announcement">Who is told.</param>
/// <param name="feed">Who watches.</param>
/// <param name="time">The clock.</param>
public sealed class DeliverVideo(
    SoraDatabase database, WebhookAnnouncement announcement, ProgressFeed feed, TimeProvider time)
    : IActivity<Step<DeliverOrder>, Announcements>
{
    /// <summary>Its name and types.</summary>
    public static Activity<Step<DeliverOrder>, Announcements> Definition { get; } = new("DeliverVideo", 1);

    /// <inheritdoc/>
    public async Task<Announcements> Run(Step<DeliverOrder> step, CancellationToken cancellation)
    {
        await database.VideoParts.Where(part => part.VideoId == step.VideoId).ExecuteDeleteAsync(cancellation);
        var row = await database.Videos.FirstOrDefaultAsync(
            video => video.Id == step.VideoId && video.TenantId == step.Tenant, cancellation);
        if (row is null)
        {
            return new Announcements([]);
        }

        if (row.Status is VideoStatus.Queued or VideoStatus.InProgress)
        {
            row.Status = VideoStatus.Completed;
            row.Progress = 100;
            row.CompletedAt = time.GetUtcNow();
            var known = JsonSerializer.Deserialize(row.Warnings, PipelineJson.Default.IReadOnlyListString) ?? [];
            row.Warnings = JsonSerializer.Serialize([.. known.Union(step.Order.Warnings)], PipelineJson.Default.IReadOnlyListString);
            row.LinkCode = step.Order.LinkCode;
            await database.SaveChangesAsync(cancellation);
        }

        if (row.Status is not VideoStatus.Completed)
        {
            return new Announcements([]);
        }

        feed.Publish(new StageNote(step.VideoId, Stage.Delivery, "", 1));
        return new Announcements(await announcement.Prepare(step.VideoId, WebhookEvents.VideoCompleted, cancellation));
    }
}
