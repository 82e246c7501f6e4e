using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using SoraFunctions.Pipeline.Audits;
using SoraFunctions.Pipeline.Data;
using SoraFunctions.Pipeline.Json;
using SoraFunctions.Pipeline.Moderation;
using SoraFunctions.Pipeline.Orchestration;
using SoraFunctions.Pipeline.Videos;

namespace SoraFunctions.Pipeline.Reviews;

/// <summary>Puts a video before reviewers, and says so on it. What was approved under the same policy before is not asked about again.</summary>
/// <param name="database">Where reviews are.</param>
/// <param name="moderation">How long is waited.</param>
/// <param name="audit">Where it is written down.</param>
/// <param name="time">The clock.</param>
public sealed class OpenReview(SoraDatabase database, TenantModeration moderation, AuditLog audit, TimeProvider time) : IActivity<Step<OpenReviewOrder>, ReviewTicket>
{
    /// <summary>Its name and types.</summary>
    public static Activity<Step<OpenReviewOrder>, ReviewTicket> Definition { get; } = new("OpenReview", 1);

    /// <inheritdoc/>
    public async Task<ReviewTicket> Run(Step<OpenReviewOrder> step, CancellationToken cancellation)
    {
        var (order, subject) = (step.Order, step.Order.Subject);
        var approved = await database.Reviews.AsNoTracking().FirstOrDefaultAsync(
            row => row.TenantId == step.Tenant && row.RequestSha256 == subject && row.Policy == order.Policy && row.Status == ReviewStatus.Approved, cancellation);
        if (approved is not null)
        {
            return new ReviewTicket(approved.Id, IsOpen: false);
        }

        var id = ReviewRules.IdOf(step.VideoId, order.Cut is not null);
        var row = await database.Reviews.FindAsync([id], cancellation);
        if (row is null)
        {
            var now = time.GetUtcNow();
            database.Reviews.Add(row = new ReviewRow
            {
                Id = id,
                TenantId = step.Tenant,
                VideoId = step.VideoId,
                Needed = ReviewRules.Needed(order.Findings),
                Findings = JsonSerializer.Serialize(order.Findings, PipelineJson.Default.IReadOnlyListModerationFinding),
                Policy = order.Policy,
                RequestSha256 = subject,
                Request = JsonSerializer.Serialize(order.Request, PipelineJson.Default.BlobRef),
                Storyboard = JsonSerializer.Serialize(order.Storyboard, PipelineJson.Default.BlobRef),
                Sheets = order.Cut is null ? null : JsonSerializer.Serialize(order.Cut.Sheets, PipelineJson.Default.IReadOnlyDictionaryStringBlobRef),
                CreatedAt = now,
                ExpiresAt = now + (await moderation.Of(step.Tenant, cancellation)).Terms.Patience,
            });
            await database.SaveChangesAsync(cancellation);
        }

        if (row.Status == ReviewStatus.Waiting)
        {
            await audit.Append(step.Tenant, ReviewRules.Entry(row, "opened", "", $"{row.Needed} to approve", row.CreatedAt), cancellation);
            await ReviewNotice.Show(database, row, cancellation);
        }

        return row.Status == ReviewStatus.Waiting ? new ReviewTicket(id, IsOpen: true, row.ExpiresAt - row.CreatedAt) : new ReviewTicket(id, IsOpen: false);
    }
}
