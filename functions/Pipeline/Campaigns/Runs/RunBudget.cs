using Microsoft.EntityFrameworkCore;
using SoraFunctions.Pipeline.Campaigns.Costs;
using SoraFunctions.Pipeline.Campaigns.Deliveries;
using SoraFunctions.Pipeline.Campaigns.Wire;
using SoraFunctions.Pipeline.Data;
using SoraFunctions.Pipeline.Webhooks;

namespace SoraFunctions.Pipeline.Campaigns.Runs;

/// <summary>Keeps a campaign within its budget: what was paid and what may still be due for what is being made count together, over all its runs.</summary>
/// <param name="database">Where cells are.</param>
/// <param name="costs">Knows prices.</param>
/// <param name="news">Warns.</param>
/// <param name="time">The clock.</param>
public sealed class RunBudget(SoraDatabase database, CampaignCosts costs, CampaignNews news, TimeProvider time)
{
    private const double UsualWarning = 0.8;

    /// <summary>What a campaign has cost and may still cost.</summary>
    /// <param name="campaignId">Which.</param>
    /// <param name="cancellation">Stops waiting.</param>
    public async Task<Spending> Spent(string campaignId, CancellationToken cancellation)
    {
        var sums = await database.CampaignCells.Where(cell => cell.CampaignId == campaignId).GroupBy(_ => 1)
            .Select(cells => new
            {
                MicroDollars = cells.Sum(cell => cell.PaidMicroDollars + (cell.State == CellState.Making ? cell.DueMicroDollars : 0)),
                GpuMilliseconds = cells.Sum(cell => cell.PaidGpuMilliseconds + (cell.State == CellState.Making ? cell.DueGpuMilliseconds : 0)),
            })
            .SingleOrDefaultAsync(cancellation);
        return new Spending(sums?.MicroDollars ?? 0, sums?.GpuMilliseconds ?? 0);
    }

    /// <summary>What is left for a run.</summary>
    /// <param name="run">Which run.</param>
    /// <param name="wish">What its campaign says.</param>
    /// <param name="engine">By which engine its videos are made.</param>
    /// <param name="cancellation">Stops waiting.</param>
    public async Task<OpenBudget> Open(CampaignRunRow run, CampaignWish wish, string engine, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(run);
        ArgumentNullException.ThrowIfNull(wish);
        var spent = wish.Budget is null ? new Spending(0, 0) : await Spent(run.CampaignId, cancellation);
        return new OpenBudget(wish.Budget, spent, await costs.Of(run.TenantId, wish, engine, cancellation));
    }

    /// <summary>Whether nothing is left, what is being made counted; stops the run if so.</summary>
    /// <param name="run">Which run.</param>
    /// <param name="wish">What its campaign says.</param>
    /// <param name="cancellation">Stops waiting.</param>
    public async Task<bool> IsSpent(CampaignRunRow run, CampaignWish wish, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(run);
        ArgumentNullException.ThrowIfNull(wish);
        if (wish.Budget is null || (await Spent(run.CampaignId, cancellation)).IsWithin(wish.Budget))
        {
            return false;
        }

        await Stop(run, cancellation);
        return true;
    }

    /// <summary>Begins nothing more of a run.</summary>
    /// <param name="run">Which run.</param>
    /// <param name="cancellation">Stops waiting.</param>
    public async Task Stop(CampaignRunRow run, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(run);
        DateTimeOffset? now = time.GetUtcNow();
        await database.CampaignCells.Where(cell => cell.RunId == run.Id && cell.State == CellState.Waiting)
            .ExecuteUpdateAsync(
                cell => cell.SetProperty(one => one.State, CellState.OverBudget).SetProperty(one => one.EndedAt, now)
                    .SetProperty(one => one.Fault, "The budget of the campaign came to an end."),
                cancellation);
        run.Reason = "The budget of the campaign came to an end before all of it was made.";
        await database.SaveChangesAsync(cancellation);
    }

    /// <summary>Warns once for a campaign, when it is time.</summary>
    /// <param name="run">Which run.</param>
    /// <param name="wish">What its campaign says.</param>
    /// <param name="left">What is left.</param>
    /// <param name="cancellation">Stops waiting.</param>
    public async Task Warn(CampaignRunRow run, CampaignWish wish, OpenBudget left, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(run);
        ArgumentNullException.ThrowIfNull(wish);
        ArgumentNullException.ThrowIfNull(left);
        if (wish.Budget is null || left.Spent.IsWithin(wish.Budget, wish.Budget.WarnAt ?? UsualWarning))
        {
            return;
        }

        var campaign = await database.Campaigns.SingleOrDefaultAsync(row => row.Id == run.CampaignId, cancellation);
        if (campaign is { WarnedAt: null })
        {
            await news.Tell(run, WebhookEvents.CampaignBudgetWarning, null, cancellation);
            campaign.WarnedAt = time.GetUtcNow();
            await database.SaveChangesAsync(cancellation);
        }
    }
}
