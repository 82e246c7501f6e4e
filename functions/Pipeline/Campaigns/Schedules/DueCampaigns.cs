using Microsoft.EntityFrameworkCore;
using SoraFunctions.Pipeline.Campaigns.Runs;
using SoraFunctions.Pipeline.Data;
using SoraFunctions.Pipeline.Storage;

namespace SoraFunctions.Pipeline.Campaigns.Schedules;

/// <summary>
/// Begins the runs that are due, and sees to it that every unfinished run has an orchestration. What was due while the service was down is made up
/// for by one run, which says how many times it stands for.
/// </summary>
/// <param name="database">Where campaigns are.</param>
/// <param name="blobs">Where they lie.</param>
/// <param name="book">Begins runs.</param>
/// <param name="end">Gives waiting runs their turn.</param>
/// <param name="time">The clock.</param>
public sealed class DueCampaigns(SoraDatabase database, IBlobStore blobs, RunBook book, RunEnd end, TimeProvider time)
{
    private const int Page = 100;

    /// <summary>How often it is done.</summary>
    public static TimeSpan Every { get; } = TimeSpan.FromMinutes(1);

    /// <summary>Does it. What breaks off in the middle is done by the next run; two that do it at once begin nothing twice.</summary>
    /// <param name="cancellation">Stops after the present step.</param>
    public async Task Run(CancellationToken cancellation)
    {
        var now = time.GetUtcNow();
        var broken = new Dictionary<string, Exception>();
        while (await Due(now, broken.Keys, cancellation) is { Count: > 0 } due)
        {
            foreach (var campaign in due)
            {
                try
                {
                    await Begin(campaign, now, cancellation);
                }
                catch (Exception fault) when (!cancellation.IsCancellationRequested)
                {
                    // One campaign that can't be read holds no other up; it is tried again with the next minute.
                    broken[campaign.Id] = fault;
                }
            }
        }

        foreach (var run in await database.CampaignRuns.AsNoTracking()
            .Where(run => run.State == RunState.Running || run.State == RunState.Paused || run.State == RunState.Cancelling).ToListAsync(cancellation))
        {
            await book.TakeUp(run, cancellation);
        }

        foreach (var campaign in await database.CampaignRuns.Where(run => run.State == RunState.Queued)
            .Select(run => run.CampaignId).Distinct().ToListAsync(cancellation))
        {
            await end.Next(campaign, cancellation);
        }

        if (broken.Count > 0)
        {
            throw new AggregateException($"Runs of {string.Join(", ", broken.Keys)} could not be begun.", broken.Values);
        }
    }

    private Task<List<CampaignRow>> Due(DateTimeOffset now, ICollection<string> without, CancellationToken cancellation) => database.Campaigns.AsNoTracking()
        .Where(campaign => campaign.NextDueAt <= now && campaign.PausedAt == null && !without.Contains(campaign.Id))
        .OrderBy(campaign => campaign.NextDueAt).Take(Page).ToListAsync(cancellation);

    private async Task Begin(CampaignRow campaign, DateTimeOffset now, CancellationToken cancellation)
    {
        var wish = await new CampaignBlobs(blobs, campaign.TenantId).Wish(campaign.Document, cancellation);
        var (due, passedOver) = DueTimes.Latest(wish, campaign.NextDueAt!.Value, now);
        await book.Begin(campaign, wish, due, passedOver, cancellation);
        var next = DueTimes.Next(wish, due);
        await database.Campaigns.Where(row => row.Id == campaign.Id && row.NextDueAt == campaign.NextDueAt)
            .ExecuteUpdateAsync(row => row.SetProperty(one => one.NextDueAt, next), cancellation);
    }
}
