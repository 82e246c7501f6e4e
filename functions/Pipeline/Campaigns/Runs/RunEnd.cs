using Microsoft.EntityFrameworkCore;
using SoraFunctions.Pipeline.Campaigns.Deliveries;
using SoraFunctions.Pipeline.Data;
using SoraFunctions.Pipeline.Orchestration;
using SoraFunctions.Pipeline.Videos;
using SoraFunctions.Pipeline.Videos.Stages;
using SoraFunctions.Pipeline.Webhooks;

namespace SoraFunctions.Pipeline.Campaigns.Runs;

/// <summary>Ends runs: with their manifest, the news, and the turn of the run that waits behind.</summary>
/// <param name="database">Where runs are.</param>
/// <param name="control">Gives videos up.</param>
/// <param name="manifest">Writes the file that lists a run's videos.</param>
/// <param name="news">Tells.</param>
/// <param name="orchestrations">What makes the run behind.</param>
/// <param name="time">The clock.</param>
public sealed class RunEnd(
    SoraDatabase database, VideoControl control, RunManifest manifest, CampaignNews news, IOrchestrationClient orchestrations, TimeProvider time)
{
    private const int AtOnce = 100;

    /// <summary>Closes a run.</summary>
    /// <param name="run">Which.</param>
    /// <param name="state">How it ended.</param>
    /// <param name="reason">Why; null for what is known already.</param>
    /// <param name="cancellation">Stops waiting; asked again, what is left is done.</param>
    public async Task Close(CampaignRunRow run, RunState state, string? reason, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(run);
        (run.Reason, run.EndedAt) = (reason ?? run.Reason, time.GetUtcNow());
        run.Manifest = CampaignBlobs.Text(await manifest.Write(run, state, cancellation));
        await news.Tell(run, state == RunState.Completed ? WebhookEvents.CampaignRunCompleted : WebhookEvents.CampaignRunFailed, null, cancellation);
        run.State = state;
        await database.SaveChangesAsync(cancellation);
        await Next(run.CampaignId, cancellation);
    }

    /// <summary>Gives a run up: what waits, and what is being made. What is ready stays.</summary>
    /// <param name="run">Which.</param>
    /// <param name="cancellation">Stops waiting; asked again, what is left is done.</param>
    public async Task GiveUp(CampaignRunRow run, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(run);
        DateTimeOffset? now = time.GetUtcNow();
        while (await Making(run.Id, cancellation) is { Count: > 0 } making)
        {
            foreach (var video in making)
            {
                await control.GiveUp(run.TenantId, video!, FailOrder.Cancelled, cancellation);
            }

            await database.CampaignCells.Where(cell => cell.RunId == run.Id && making.Contains(cell.VideoId))
                .ExecuteUpdateAsync(cell => cell.SetProperty(one => one.State, CellState.Cancelled).SetProperty(one => one.EndedAt, now), cancellation);
        }

        await database.CampaignCells.Where(cell => cell.RunId == run.Id && cell.State <= CellState.Review)
            .ExecuteUpdateAsync(cell => cell.SetProperty(one => one.State, CellState.Cancelled).SetProperty(one => one.EndedAt, now), cancellation);
        await Close(run, RunState.Cancelled, null, cancellation);
    }

    /// <summary>Gives the run that waits behind its turn, if none is under way.</summary>
    /// <param name="campaignId">Of which campaign.</param>
    /// <param name="cancellation">Stops waiting.</param>
    public async Task Next(string campaignId, CancellationToken cancellation)
    {
        if (await database.CampaignRuns.AnyAsync(
            run => run.CampaignId == campaignId && run.State >= RunState.Running && run.State <= RunState.Cancelling, cancellation))
        {
            return;
        }

        var next = await database.CampaignRuns.Where(run => run.CampaignId == campaignId && run.State == RunState.Queued)
            .OrderBy(run => run.DueAt).FirstOrDefaultAsync(cancellation);
        if (next is not null)
        {
            next.State = RunState.Running;
            await database.SaveChangesAsync(cancellation);
            await orchestrations.Start(CampaignOrchestration.Definition, next.Id, new RunOrder(next.TenantId, next.Id), cancellation);
        }
    }

    private Task<List<string?>> Making(string run, CancellationToken cancellation) => database.CampaignCells
        .Where(cell => cell.RunId == run && cell.State == CellState.Making && cell.VideoId != null)
        .OrderBy(cell => cell.Number).Select(cell => cell.VideoId).Take(AtOnce).ToListAsync(cancellation);
}
