using Microsoft.EntityFrameworkCore;
using SoraFunctions.Pipeline.Campaigns.Costs;
using SoraFunctions.Pipeline.Campaigns.Deliveries;
using SoraFunctions.Pipeline.Campaigns.Wire;
using SoraFunctions.Pipeline.Data;
using SoraFunctions.Pipeline.Quotas;
using SoraFunctions.Pipeline.Requests;
using SoraFunctions.Pipeline.Webhooks;

namespace SoraFunctions.Pipeline.Campaigns.Runs;

/// <summary>Begins cells of a run as far as there is room, budget and approval. A cell whose video is there already takes that.</summary>
/// <param name="database">Where cells are.</param>
/// <param name="room">How many may begin.</param>
/// <param name="budget">What may be spent.</param>
/// <param name="orders">Orders videos.</param>
/// <param name="delivery">Delivers what is there already.</param>
/// <param name="news">Tells.</param>
/// <param name="time">The clock.</param>
public sealed class BegunCells(
    SoraDatabase database, RunRoom room, RunBudget budget, CellOrders orders, CellDelivery delivery, CampaignNews news, TimeProvider time)
{
    private const int AtOnce = 50;

    /// <summary>Begins what may begin, up to fifty cells.</summary>
    /// <param name="run">Which run.</param>
    /// <param name="wish">What its campaign says.</param>
    /// <param name="cancellation">Stops waiting.</param>
    public async Task<NextCells> Begin(CampaignRunRow run, CampaignWish wish, CancellationToken cancellation)
    {
        var now = time.GetUtcNow();
        var waiting = database.CampaignCells.Where(cell => cell.RunId == run.Id && cell.State == CellState.Waiting);
        if (!await waiting.AnyAsync(cancellation) || await budget.IsSpent(run, wish, cancellation))
        {
            return NextCells.None;
        }

        var ready = waiting.Where(cell => cell.RetryAt == null || cell.RetryAt <= now);
        if (wish.Approval == "sample" && run.ApprovedAt is null)
        {
            ready = await Samples(run, ready, cancellation);
        }

        var engine = await ready.OrderBy(cell => cell.Number).Select(cell => cell.Engine).FirstOrDefaultAsync(cancellation);
        var free = engine is null ? 0 : await room.Of(run, wish, engine, cancellation);
        if (free <= 0)
        {
            return new NextCells(0, engine is not null || run.ApprovedAt is not null || wish.Approval != "sample", false);
        }

        var cells = await ready.OrderBy(cell => cell.Number).Take(Math.Min(free, AtOnce)).ToListAsync(cancellation);
        var left = await budget.Open(run, wish, engine!, cancellation);
        var (begun, over) = (0, false);
        foreach (var cell in cells)
        {
            if (await Known(cell, cancellation) is { } known)
            {
                await Reuse(run, wish, cell, known, cancellation);
            }
            else if (!left.Take(cell))
            {
                over = true;
                break;
            }
            else if (!await Order(run, wish, cell, cancellation))
            {
                break;
            }

            begun++;
        }

        await database.SaveChangesAsync(cancellation);
        if (over)
        {
            await budget.Stop(run, cancellation);
        }
        else
        {
            await budget.Warn(run, wish, left, cancellation);
        }

        return new NextCells(begun, !over, over);
    }

    /// <summary>One cell of each variant; once they are made, their owner is asked.</summary>
    private async Task<IQueryable<CampaignCellRow>> Samples(CampaignRunRow run, IQueryable<CampaignCellRow> ready, CancellationToken cancellation)
    {
        var first = database.CampaignCells.Where(cell => cell.RunId == run.Id).GroupBy(cell => cell.Variant).Select(group => group.Min(cell => cell.Number));
        var samples = await first.ToListAsync(cancellation);
        var open = await database.CampaignCells.AnyAsync(
            cell => cell.RunId == run.Id && samples.Contains(cell.Number) && cell.State <= CellState.Making, cancellation);
        if (!open && run.AskedAt is null)
        {
            await news.Tell(run, WebhookEvents.CampaignApprovalRequired, null, cancellation);
            run.AskedAt = time.GetUtcNow();
            await database.SaveChangesAsync(cancellation);
        }

        return ready.Where(cell => samples.Contains(cell.Number));
    }

    private Task<string?> Known(CampaignCellRow cell, CancellationToken cancellation) => database.CampaignCells.AsNoTracking()
        .Where(other => other.TenantId == cell.TenantId && other.Key == cell.Key && other.State == CellState.Done && other.VideoId != null
            && database.Videos.Any(video => video.Id == other.VideoId && video.Status == VideoStatus.Completed))
        .Select(other => other.VideoId).FirstOrDefaultAsync(cancellation);

    private async Task Reuse(CampaignRunRow run, CampaignWish wish, CampaignCellRow cell, string video, CancellationToken cancellation)
    {
        (cell.VideoId, cell.Reused, cell.Fault) = (video, true, null);
        await delivery.Deliver(run, wish, cell, cancellation);
        (cell.State, cell.EndedAt) = (CellState.Done, time.GetUtcNow());
    }

    /// <summary>Orders a cell's video; false when the tenant has had all that it may have for now, and every cell of the run waits until it may have more.</summary>
    private async Task<bool> Order(CampaignRunRow run, CampaignWish wish, CampaignCellRow cell, CancellationToken cancellation)
    {
        try
        {
            cell.VideoId = await orders.Order(run, wish, cell, cancellation);
            cell.State = CellState.Making;
        }
        catch (QuotaExceededException full)
        {
            (cell.DueMicroDollars, cell.DueGpuMilliseconds) = (0, 0);
            DateTimeOffset? until = full.Until;
            await database.CampaignCells.Where(other => other.RunId == run.Id && other.State == CellState.Waiting)
                .ExecuteUpdateAsync(other => other.SetProperty(one => one.RetryAt, until).SetProperty(one => one.Fault, full.Message), cancellation);
            return false;
        }
        catch (RequestException refused)
        {
            (cell.State, cell.EndedAt) = (CellState.Failed, time.GetUtcNow());
            cell.Fault = string.Join(' ', refused.Errors.Take(3).Select(error => error.Message));
            (cell.DueMicroDollars, cell.DueGpuMilliseconds) = (0, 0);
        }

        return true;
    }
}
