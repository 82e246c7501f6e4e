using System.Text;
using Microsoft.EntityFrameworkCore;
using SoraFunctions.Pipeline.Campaigns.Deliveries;
using SoraFunctions.Pipeline.Campaigns.Schedules;
using SoraFunctions.Pipeline.Campaigns.Wire;
using SoraFunctions.Pipeline.Data;
using SoraFunctions.Pipeline.Orchestration;
using SoraFunctions.Pipeline.Storage;
using SoraFunctions.Pipeline.Videos;

namespace SoraFunctions.Pipeline.Campaigns.Runs;

/// <summary>Begins, holds, resumes, gives up and approves runs. Each is a promise once it returns, and asking again changes nothing.</summary>
/// <param name="database">Where they are.</param>
/// <param name="blobs">Where campaigns and products lie.</param>
/// <param name="orchestrations">What makes them.</param>
/// <param name="delivery">Delivers what was approved.</param>
/// <param name="time">The clock.</param>
public sealed class RunBook(SoraDatabase database, IBlobStore blobs, IOrchestrationClient orchestrations, CellDelivery delivery, TimeProvider time)
{
    private const int UsualPriority = 5;

    /// <summary>Begins a run, once for the time at which it is due: skipped or queued where the one before is not done, as the campaign says.</summary>
    /// <param name="campaign">Of which campaign.</param>
    /// <param name="wish">What it says.</param>
    /// <param name="due">When it is due.</param>
    /// <param name="passedOver">How many times it makes up for.</param>
    /// <param name="cancellation">Stops waiting.</param>
    public async Task<CampaignRunRow> Begin(CampaignRow campaign, CampaignWish wish, DateTimeOffset due, int passedOver, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(campaign);
        ArgumentNullException.ThrowIfNull(wish);
        var id = $"run_{DerivedGuid.Of(due, Encoding.UTF8.GetBytes(FormattableString.Invariant($"{campaign.Id}\n{due.UtcTicks}"))):n}";
        var run = await database.CampaignRuns.FindAsync([id], cancellation);
        if (run is null)
        {
            run = new CampaignRunRow
            {
                Id = id,
                CampaignId = campaign.Id,
                TenantId = campaign.TenantId,
                State = await StateOf(campaign, wish, cancellation),
                DueAt = due,
                CreatedAt = time.GetUtcNow(),
                PassedOver = passedOver,
                Priority = wish.Priority ?? UsualPriority,
                Document = campaign.Document,
            };
            if (run.State == RunState.Skipped)
            {
                (run.EndedAt, run.Reason) = (run.CreatedAt, "The run before was not done.");
            }

            run = await Kept(run, cancellation);
        }

        await TakeUp(run, cancellation);
        return run;
    }

    /// <summary>Sees to it that a run has its orchestration; one whose orchestration broke begins it anew, and finds what was done.</summary>
    /// <param name="run">Which.</param>
    /// <param name="cancellation">Stops waiting.</param>
    public async Task TakeUp(CampaignRunRow run, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(run);
        if (run.State is not (RunState.Running or RunState.Paused or RunState.Cancelling))
        {
            return;
        }

        if (await orchestrations.Find(run.Id, cancellation) is { State: not (InstanceState.Running or InstanceState.Suspended) })
        {
            await orchestrations.Purge(run.Id, cancellation);
        }

        await orchestrations.Start(CampaignOrchestration.Definition, run.Id, new RunOrder(run.TenantId, run.Id), cancellation);
    }

    /// <summary>Holds a run: what is being made is made to its end.</summary>
    /// <param name="run">Which.</param>
    /// <param name="cancellation">Stops waiting.</param>
    /// <returns>False when it is not under way.</returns>
    public Task<bool> Pause(CampaignRunRow run, CancellationToken cancellation) => Change(run, RunState.Running, RunState.Paused, cancellation);

    /// <summary>Lets a held run go on.</summary>
    /// <param name="run">Which.</param>
    /// <param name="cancellation">Stops waiting.</param>
    /// <returns>False when it is not held.</returns>
    public Task<bool> Resume(CampaignRunRow run, CancellationToken cancellation) => Change(run, RunState.Paused, RunState.Running, cancellation);

    /// <summary>Gives a run up.</summary>
    /// <param name="run">Which.</param>
    /// <param name="cancellation">Stops waiting.</param>
    /// <returns>False when it has ended.</returns>
    public async Task<bool> Cancel(CampaignRunRow run, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(run);
        if (await Change(run, RunState.Queued, RunState.Cancelled, cancellation))
        {
            return true;
        }

        return await Change(run, RunState.Running, RunState.Cancelling, cancellation)
            || await Change(run, RunState.Paused, RunState.Cancelling, cancellation)
            || run.State is RunState.Cancelling or RunState.Cancelled;
    }

    /// <summary>Approves the samples of a run, so that all of it is made, or videos that wait for it.</summary>
    /// <param name="run">Which.</param>
    /// <param name="cells">Numbers of cells; null for the samples and every video that waits.</param>
    /// <param name="approved">False to have those videos not delivered.</param>
    /// <param name="cancellation">Stops waiting.</param>
    /// <returns>How many cells were decided about.</returns>
    public async Task<int> Decide(CampaignRunRow run, IReadOnlyList<int>? cells, bool approved, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(run);
        var now = time.GetUtcNow();
        if (cells is null && approved)
        {
            await database.CampaignRuns.Where(row => row.Id == run.Id && row.ApprovedAt == null)
                .ExecuteUpdateAsync(row => row.SetProperty(one => one.ApprovedAt, now), cancellation);
        }

        var wish = await new CampaignBlobs(blobs, run.TenantId).Wish(run.Document, cancellation);
        var waiting = await database.CampaignCells
            .Where(cell => cell.RunId == run.Id && cell.State == CellState.Review && (cells == null || cells.Contains(cell.Number)))
            .OrderBy(cell => cell.Number).ToListAsync(cancellation);
        foreach (var cell in waiting)
        {
            if (approved)
            {
                await delivery.Deliver(run, wish, cell, cancellation);
            }

            (cell.State, cell.EndedAt) = (approved ? CellState.Done : CellState.Rejected, now);
            await database.SaveChangesAsync(cancellation);
        }

        await orchestrations.Raise(run.Id, CampaignOrchestration.News, Nothing.Value, cancellation);
        return waiting.Count;
    }

    private async Task<CampaignRunRow> Kept(CampaignRunRow run, CancellationToken cancellation)
    {
        var entry = database.CampaignRuns.Add(run);
        try
        {
            await database.SaveChangesAsync(cancellation);
            return run;
        }
        catch (DbUpdateException) when (!cancellation.IsCancellationRequested)
        {
            // Another machine was quicker, unless the database is in trouble.
            entry.State = EntityState.Detached;
            if (await database.CampaignRuns.FindAsync([run.Id], cancellation) is { } known)
            {
                return known;
            }

            throw;
        }
    }

    private async Task<RunState> StateOf(CampaignRow campaign, CampaignWish wish, CancellationToken cancellation)
    {
        var open = await database.CampaignRuns.Where(run => run.CampaignId == campaign.Id && run.State <= RunState.Cancelling)
            .Select(run => run.State).ToListAsync(cancellation);
        return open.Count == 0 ? RunState.Running
            : wish.Schedule?.Overlap == ScheduleRules.Queue && !open.Contains(RunState.Queued) ? RunState.Queued
            : RunState.Skipped;
    }

    private async Task<bool> Change(CampaignRunRow run, RunState from, RunState to, CancellationToken cancellation)
    {
        DateTimeOffset? ended = to > RunState.Cancelling ? time.GetUtcNow() : null;
        var changed = await database.CampaignRuns.Where(row => row.Id == run.Id && row.State == from)
            .ExecuteUpdateAsync(row => row.SetProperty(one => one.State, to).SetProperty(one => one.EndedAt, ended), cancellation);
        await orchestrations.Raise(run.Id, CampaignOrchestration.News, Nothing.Value, cancellation);
        await database.Entry(run).ReloadAsync(cancellation);
        return changed > 0;
    }
}
