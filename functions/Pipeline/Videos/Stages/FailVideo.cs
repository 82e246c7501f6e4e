using Microsoft.EntityFrameworkCore;
using SoraFunctions.Pipeline.Data;
using SoraFunctions.Pipeline.Orchestration;
using SoraFunctions.Pipeline.Webhooks;

namespace SoraFunctions.Pipeline.Videos.Stages;

/// <summary>Gives a video up, says why on it, and tells whoever asked to be told.</summary>
/// <param name="database">Where the row is.</param>
/// <param name="announcement">Who is told.</param>
/// <param name="time">The clock.</param>
public sealed class FailVideo(
    SoraDatabase database, WebhookAnnouncement announcement, TimeProvider time)
    : IActivity<Step<FailOrder>, Announcements>
{
    /// <summary>Its name and types.</summary>
    public static Activity<Step<FailOrder>, Announcements> Definition { get; } = new("FailVideo", 1);

    /// <inheritdoc/>
    public async Task<Announcements> Run(Step<FailOrder> step, CancellationToken cancellation)
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
            row.Status = VideoStatus.Failed;
            row.CompletedAt = time.GetUtcNow();
            row.ErrorCode = step.Order.Code;
            row.ErrorMessage = step.Order.Message;
            await database.SaveChangesAsync(cancellation);
        }

        // Between two of its steps a video can have been delivered, or cancelled: what it became first, it stays.
        return new Announcements(row.Status is VideoStatus.Failed
            ? await announcement.Prepare(step.VideoId, WebhookEvents.VideoFailed, cancellation)
            : []);
    }
}
