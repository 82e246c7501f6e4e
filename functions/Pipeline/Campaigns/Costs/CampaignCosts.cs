using Microsoft.EntityFrameworkCore;
using SoraFunctions.Pipeline.Data;
using SoraFunctions.Pipeline.Engines;
using SoraFunctions.Pipeline.Remotes.Servers;

namespace SoraFunctions.Pipeline.Campaigns.Costs;

/// <summary>What videos of campaigns may cost before they are made, and have cost after.</summary>
/// <param name="database">Where videos and what was paid for them are.</param>
/// <param name="engines">Knows prices.</param>
public sealed class CampaignCosts(SoraDatabase database, EngineDirectory engines)
{
    /// <summary>Engines that need no GPU; all others are taken to use one for as long as they render.</summary>
    private const string OnProcessors = "world";

    /// <summary>How long a second of video takes where nothing was measured, in seconds.</summary>
    private const double Assumed = 6;

    private const int Sample = 50;
    private const decimal MicroDollarsInADollar = 1_000_000;

    /// <summary>What a second of video costs with an engine.</summary>
    /// <param name="tenant">Who pays.</param>
    /// <param name="engine">Its name.</param>
    /// <param name="cancellation">Stops waiting.</param>
    public async Task<EngineRate> Of(string tenant, string engine, CancellationToken cancellation)
    {
        var price = (await engines.List(tenant, cancellation)).FirstOrDefault(known => known.Info.Name == engine)?.PricePerSecond ?? 0;
        var made = await database.Videos.AsNoTracking()
            .Where(video => video.TenantId == tenant && video.Model == engine && video.Status == VideoStatus.Completed)
            .OrderByDescending(video => video.Id).Take(Sample)
            .Select(video => new { video.CreatedAt, video.CompletedAt, video.Seconds }).ToListAsync(cancellation);
        var taken = made.Where(video => video is { CompletedAt: not null, Seconds: > 0 })
            .Select(video => (video.CompletedAt!.Value - video.CreatedAt).TotalSeconds / (double)video.Seconds).ToList();
        var seconds = taken.Count > 0 ? taken.Average() : Assumed;
        return new EngineRate((long)(price * MicroDollarsInADollar), seconds, UsesGpu(engine) ? seconds : 0, taken.Count > 0);
    }

    /// <summary>What videos have cost: what was booked for each.</summary>
    /// <param name="videos">Videos that have ended.</param>
    /// <param name="cancellation">Stops waiting.</param>
    public async Task<IReadOnlyDictionary<string, (long MicroDollars, long GpuMilliseconds)>> Paid(
        IReadOnlyList<VideoRow> videos, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(videos);
        var ids = videos.Select(video => video.Id).ToList();
        var booked = await database.Usage.AsNoTracking().Where(usage => ids.Contains(usage.VideoId))
            .GroupBy(usage => usage.VideoId).Select(group => new { group.Key, MicroDollars = group.Sum(usage => usage.MicroDollars), Gpu = group.Sum(usage => usage.GpuMilliseconds) })
            .ToDictionaryAsync(group => group.Key, group => (group.MicroDollars, group.Gpu), cancellation);
        return videos.ToDictionary(video => video.Id, video => booked.GetValueOrDefault(video.Id));
    }

    // What another server renders with is paid for by its price.
    private static bool UsesGpu(string engine) => engine != OnProcessors && !RemoteServer.IsName(engine);
}
