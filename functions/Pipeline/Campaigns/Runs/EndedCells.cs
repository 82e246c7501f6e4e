using Microsoft.EntityFrameworkCore;
using SoraFunctions.Pipeline.Campaigns.Costs;
using SoraFunctions.Pipeline.Campaigns.Deliveries;
using SoraFunctions.Pipeline.Campaigns.Wire;
using SoraFunctions.Pipeline.Data;
using SoraFunctions.Pipeline.Webhooks;

namespace SoraFunctions.Pipeline.Campaigns.Runs;

/// <summary>Takes note of the videos of a run that have ended: what is ready is delivered, what failed is tried again as the campaign says.</summary>
/// <param name="database">Where cells and videos are.</param>
/// <param name="costs">Knows what videos have cost.</param>
/// <param name="delivery">Delivers.</param>
/// <param name="news">Tells.</param>
/// <param name="options">How long a cell waits before it is tried again.</param>
/// <param name="time">The clock.</param>
public sealed class EndedCells(
    SoraDatabase database, CampaignCosts costs, CellDelivery delivery, CampaignNews news, CampaignOptions options, TimeProvider time)
{
    private const int AtOnce = 200;
    private const int UsualRetries = 2;

    /// <summary>Failures that trying again would not mend.</summary>
    private static readonly string[] _final = ["moderation_blocked", "rights_grant_required", "rights_grant_ended", "review_rejected", "advertising_law", "cancelled", "video_deleted"];

    /// <summary>Takes note of what has ended since the last time, the first two hundred of it.</summary>
    /// <param name="run">Which run.</param>
    /// <param name="wish">What its campaign says.</param>
    /// <param name="cancellation">Stops waiting.</param>
    /// <returns>How many.</returns>
    public async Task<int> Note(CampaignRunRow run, CampaignWish wish, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(run);
        ArgumentNullException.ThrowIfNull(wish);
        var cells = await database.CampaignCells
            .Where(cell => cell.RunId == run.Id && cell.State == CellState.Making
                && !database.Videos.Any(video => video.Id == cell.VideoId && video.Status < VideoStatus.Completed))
            .OrderBy(cell => cell.Number).Take(AtOnce).ToListAsync(cancellation);
        var ids = cells.Select(cell => cell.VideoId).ToList();
        var videos = await database.Videos.AsNoTracking().Where(video => ids.Contains(video.Id)).ToDictionaryAsync(video => video.Id, cancellation);
        var ended = cells.Select(cell => (Cell: cell, Video: videos.GetValueOrDefault(cell.VideoId!)))
            .Select(one => (one.Cell, one.Video, State: Judged(one.Cell, one.Video, run, wish))).ToList();
        if (ended.Count == 0)
        {
            return 0;
        }

        // A cell is ready only after it was delivered: what breaks off here is delivered again, as the same.
        foreach (var (cell, _, state) in ended)
        {
            await Tell(run, wish, cell, state, cancellation);
        }

        var paid = await costs.Paid([.. ended.Select(one => one.Video).OfType<VideoRow>()], cancellation);
        foreach (var (cell, video, state) in ended)
        {
            Pay(cell, paid);
            Close(cell, video, state);
        }

        await database.SaveChangesAsync(cancellation);
        return ended.Count;
    }

    private async Task Tell(CampaignRunRow run, CampaignWish wish, CampaignCellRow cell, CellState state, CancellationToken cancellation)
    {
        if (state == CellState.Done)
        {
            await delivery.Deliver(run, wish, cell, cancellation);
        }
        else if (state == CellState.Failed && wish.Delivery?.Webhook == true)
        {
            await news.Tell(run, WebhookEvents.CampaignCellFailed, cell, cancellation);
        }
    }

    private static CellState Judged(CampaignCellRow cell, VideoRow? video, CampaignRunRow run, CampaignWish wish)
    {
        if (video?.Status == VideoStatus.Completed)
        {
            return wish.Approval == "all" ? CellState.Review : CellState.Done;
        }

        var goesOn = run.State is RunState.Running or RunState.Paused && cell.Failures < (wish.Retries ?? UsualRetries);
        return goesOn && video is not null && !_final.Contains(video.ErrorCode) ? CellState.Waiting : CellState.Failed;
    }

    private void Close(CampaignCellRow cell, VideoRow? video, CellState state)
    {
        var now = time.GetUtcNow();
        cell.State = state;
        cell.EndedAt = state > CellState.Review ? now : null;
        if (state is CellState.Done or CellState.Review)
        {
            cell.Fault = null;
            return;
        }

        cell.Failures++;
        cell.Fault = video is null ? "The video was deleted." : video.ErrorMessage ?? "The video could not be made.";
        cell.RetryAt = state == CellState.Waiting ? now + (options.FirstRetry * Math.Pow(2, cell.Failures - 1)) : null;
    }

    private static void Pay(CampaignCellRow cell, IReadOnlyDictionary<string, (long MicroDollars, long GpuMilliseconds)> paid)
    {
        if (cell.VideoId is { } video && paid.TryGetValue(video, out var sums))
        {
            cell.PaidMicroDollars += sums.MicroDollars;
            cell.PaidGpuMilliseconds += sums.GpuMilliseconds;
        }

        (cell.DueMicroDollars, cell.DueGpuMilliseconds) = (0, 0);
    }
}
