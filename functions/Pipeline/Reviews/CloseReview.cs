using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using SoraFunctions.Pipeline.Audits;
using SoraFunctions.Pipeline.Data;
using SoraFunctions.Pipeline.Json;
using SoraFunctions.Pipeline.Orchestration;
using SoraFunctions.Pipeline.Videos;

namespace SoraFunctions.Pipeline.Reviews;

/// <summary>Lets a video go on as its review says; one that nobody decided about expires here. What was decided first holds.</summary>
/// <param name="database">Where reviews are.</param>
/// <param name="audit">Where it is written down.</param>
/// <param name="time">The clock.</param>
public sealed class CloseReview(SoraDatabase database, AuditLog audit, TimeProvider time) : IActivity<Step<CloseReviewOrder>, ReviewResult>
{
    /// <summary>Its name and types.</summary>
    public static Activity<Step<CloseReviewOrder>, ReviewResult> Definition { get; } = new("CloseReview", 1);

    /// <inheritdoc/>
    public async Task<ReviewResult> Run(Step<CloseReviewOrder> step, CancellationToken cancellation)
    {
        var id = step.Order.Id;
        var now = time.GetUtcNow();
        DateTimeOffset? decided = now;
        await database.Reviews.Where(row => row.Id == id && row.TenantId == step.Tenant && row.Status == ReviewStatus.Waiting)
            .ExecuteUpdateAsync(
                row => row.SetProperty(one => one.Status, ReviewStatus.Expired)
                    .SetProperty(one => one.DecidedAt, decided)
                    .SetProperty(one => one.Revision, one => one.Revision + 1),
                cancellation);
        var review = await database.Reviews.AsNoTracking().SingleOrDefaultAsync(row => row.Id == id && row.TenantId == step.Tenant, cancellation)
            ?? throw new FinalException(ReviewRules.ExpiredCode, $"The decision {id} was deleted along with its video. Order this one again.");
        await ReviewNotice.Remove(database, review, cancellation);
        if (review.Status == ReviewStatus.Expired)
        {
            await audit.Append(step.Tenant, ReviewRules.Entry(review, "expired", "", "nobody decided", now), cancellation);
            throw new FinalException(ReviewRules.ExpiredCode, $"Nobody decided about this video within {(review.ExpiresAt - review.CreatedAt).TotalHours:0} hours ({id}). Order it again, or describe it without what has to be reviewed.");
        }

        if (review.Status != ReviewStatus.Approved)
        {
            var note = ReviewRules.VotesOf(review).LastOrDefault(vote => vote.Decision == "reject")?.Note;
            throw new FinalException(ReviewRules.RejectedCode, $"A reviewer rejected this video ({id}){(note is { Length: > 0 } ? $": {note}" : ".")} POST /v1/reviews/{id}/appeal asks for another to decide.");
        }

        return new ReviewResult(review.Changed is { } changed ? JsonSerializer.Deserialize(changed, PipelineJson.Default.BlobRef) : null);
    }
}
