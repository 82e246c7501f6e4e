using Microsoft.EntityFrameworkCore;
using SoraFunctions.Pipeline.Audits;
using SoraFunctions.Pipeline.Data;
using SoraFunctions.Pipeline.Orchestration;

namespace SoraFunctions.Pipeline.Timers;

/// <summary>Forgets what nobody will ask for any more.</summary>
/// <param name="database">Where the rows are.</param>
/// <param name="orchestrations">What keeps histories.</param>
/// <param name="audit">What is kept for as long as a law asks.</param>
/// <param name="time">The clock.</param>
public sealed class Tidying(SoraDatabase database, IOrchestrationClient orchestrations, AuditLog audit, TimeProvider time)
{
    /// <summary>How long an answer is kept for a repeated <c>Idempotency-Key</c>.</summary>
    public static TimeSpan AnswersKept { get; } = TimeSpan.FromHours(24);

    /// <summary>How long the history of an ended orchestration is kept for whoever looks into a failure.</summary>
    public static TimeSpan HistoriesKept { get; } = TimeSpan.FromDays(30);

    /// <summary>How long it is known of a machine that it answered requests.</summary>
    private static readonly TimeSpan MachinesKept = TimeSpan.FromHours(1);

    /// <summary>Does it. What breaks off in the middle is done by the next run.</summary>
    /// <param name="cancellation">Stops after the present step.</param>
    public async Task Run(CancellationToken cancellation)
    {
        var now = time.GetUtcNow();
        await database.Idempotency.Where(row => row.CreatedAt < now - AnswersKept).ExecuteDeleteAsync(cancellation);
        await database.VideoParts
            .Where(part => !database.Videos.Any(row => row.Id == part.VideoId && row.Status < VideoStatus.Completed))
            .ExecuteDeleteAsync(cancellation);
        var today = DailySaltRow.DayOf(now);
        await database.DailySalts.Where(row => string.Compare(row.Day, today) < 0).ExecuteDeleteAsync(cancellation);
        await database.RequestRates.Where(row => row.FullAt < now.UtcTicks).ExecuteDeleteAsync(cancellation);
        await database.Machines.Where(row => row.SeenAt < now - MachinesKept).ExecuteDeleteAsync(cancellation);
        await audit.Forget(cancellation);
        await orchestrations.PurgeEnded(now - HistoriesKept, cancellation);
    }
}
