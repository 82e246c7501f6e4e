using Microsoft.EntityFrameworkCore;
using SoraFunctions.Pipeline.Audits;
using SoraFunctions.Pipeline.Data;
using SoraFunctions.Pipeline.Moderation;

namespace SoraFunctions.Pipeline.Reviews;

/// <summary>Puts reviews that nobody has decided about for too long before an administrator, where a policy says so.</summary>
/// <param name="database">Where reviews are.</param>
/// <param name="moderation">How long is too long.</param>
/// <param name="audit">Where it is written down.</param>
/// <param name="time">The clock.</param>
public sealed class ReviewEscalation(SoraDatabase database, TenantModeration moderation, AuditLog audit, TimeProvider time)
{
    private const int AtOnce = 1000;

    /// <summary>Does it. What breaks off in the middle is done by the next run.</summary>
    /// <param name="cancellation">Stops after the present review.</param>
    public async Task Run(CancellationToken cancellation)
    {
        var waiting = await database.Reviews.AsNoTracking()
            .Where(row => row.Status == ReviewStatus.Waiting && !row.Escalated).OrderBy(row => row.Id).Take(AtOnce).ToListAsync(cancellation);
        foreach (var tenant in waiting.GroupBy(row => row.TenantId))
        {
            var after = (await moderation.Of(tenant.Key, cancellation)).Terms.EscalateAfter;
            foreach (var row in tenant.Where(row => row.CreatedAt + after <= time.GetUtcNow()))
            {
                await Escalate(row, cancellation);
            }
        }
    }

    // Noted before it is done: a note is written once however often, and what was done without a note nobody would miss.
    private async Task Escalate(ReviewRow row, CancellationToken cancellation)
    {
        var revision = row.Revision;
        row.Escalated = true;
        row.Revision++;
        await audit.Append(row.TenantId, ReviewRules.Entry(row, "escalated", "", "nobody decided in time", time.GetUtcNow()), cancellation);
        await database.Reviews.Where(one => one.Id == row.Id && one.Revision == revision && one.Status == ReviewStatus.Waiting).ExecuteUpdateAsync(
            one => one.SetProperty(review => review.Escalated, true).SetProperty(review => review.Revision, revision + 1), cancellation);
    }
}
