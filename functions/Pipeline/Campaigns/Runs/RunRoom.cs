using Microsoft.EntityFrameworkCore;
using SoraFunctions.Pipeline.Campaigns.Wire;
using SoraFunctions.Pipeline.Data;
using SoraFunctions.Pipeline.Reviews;

namespace SoraFunctions.Pipeline.Campaigns.Runs;

/// <summary>
/// How many further videos a run may begin. A tenant's runs share what a tenant may make at once, those of a higher priority first; tenants share an
/// engine alike; and while anybody waits for a video that was ordered by itself, and not for its reviewer, all of it is a quarter. A cell whose video waits for a reviewer takes no place until that is decided; then it has one again, and others wait.
/// </summary>
/// <param name="database">Where videos and cells are.</param>
/// <param name="options">How much campaigns may take.</param>
public sealed class RunRoom(SoraDatabase database, CampaignOptions options)
{
    private const int PartBesideOthers = 4;

    /// <summary>How many, 0 or more.</summary>
    /// <param name="run">Which run.</param>
    /// <param name="wish">What its campaign says.</param>
    /// <param name="engine">By which engine.</param>
    /// <param name="cancellation">Stops waiting.</param>
    public async Task<int> Of(CampaignRunRow run, CampaignWish wish, string engine, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(run);
        ArgumentNullException.ThrowIfNull(wish);
        var waiting = await database.CampaignRuns.AsNoTracking()
            .Where(other => other.State == RunState.Running
                && database.CampaignCells.Any(cell => cell.RunId == other.Id && cell.State == CellState.Waiting))
            .Select(other => new { other.TenantId, other.Priority }).ToListAsync(cancellation);
        var mine = waiting.Where(other => other.TenantId == run.TenantId).ToList();
        if (mine.Any(other => other.Priority > run.Priority))
        {
            return 0;
        }

        var making = await database.CampaignCells.Where(cell => cell.State == CellState.Making && (cell.TenantId == run.TenantId || cell.Engine == engine)
                && !database.Reviews.Any(review => review.VideoId == cell.VideoId && review.Status == ReviewStatus.Waiting))
            .GroupBy(cell => new { cell.TenantId, cell.RunId, cell.Engine })
            .Select(group => new { group.Key.TenantId, group.Key.RunId, group.Key.Engine, Count = group.Count() }).ToListAsync(cancellation);
        var part = await OthersWait(cancellation) ? PartBesideOthers : 1;
        var tenants = Math.Max(1, waiting.Select(other => other.TenantId).Distinct().Count());
        var equals = Math.Max(1, mine.Count(other => other.Priority == run.Priority));
        var ofTenant = Math.Max(1, options.VideosAtOnce / part);
        var ofRun = Math.Min(wish.AtOnce ?? int.MaxValue, Math.Max(1, ofTenant / equals));
        var ofEngine = Math.Max(1, options.VideosOfEngine / part / tenants);
        int[] rooms =
        [
            ofTenant - making.Where(one => one.TenantId == run.TenantId).Sum(one => one.Count),
            ofRun - making.Where(one => one.RunId == run.Id).Sum(one => one.Count),
            ofEngine - making.Where(one => one.TenantId == run.TenantId && one.Engine == engine).Sum(one => one.Count),
            Math.Max(tenants, options.VideosOfEngine / part) - making.Where(one => one.Engine == engine).Sum(one => one.Count),
        ];
        return Math.Max(0, rooms.Min());
    }

    private Task<bool> OthersWait(CancellationToken cancellation) => database.Videos.AnyAsync(
        video => video.Status < VideoStatus.Completed && video.SuspendedAt == null
            && !database.CampaignCells.Any(cell => cell.VideoId == video.Id)
            && !database.Reviews.Any(review => review.VideoId == video.Id && review.Status == ReviewStatus.Waiting),
        cancellation);
}
