using Microsoft.EntityFrameworkCore;
using SoraFunctions.Pipeline.Campaigns.Plans;
using SoraFunctions.Pipeline.Campaigns.Wire;
using SoraFunctions.Pipeline.Channels;
using SoraFunctions.Pipeline.Data;
using SoraFunctions.Pipeline.Engines;
using SoraFunctions.Pipeline.Remotes.Servers;
using SoraFunctions.Pipeline.Requests;
using SoraFunctions.Pipeline.Usage;

namespace SoraFunctions.Pipeline.Campaigns.Costs;

/// <summary>What videos of campaigns may cost before they are made, and have cost after.</summary>
/// <param name="database">Where videos and what was paid for them are.</param>
/// <param name="engines">Knows what they work on.</param>
/// <param name="estimates">Knows prices, and how long workers worked.</param>
public sealed class CampaignCosts(SoraDatabase database, EngineDirectory engines, UsageEstimates estimates)
{
    /// <summary>How long a second of video takes, and a GPU works for it, where nothing was measured, in seconds.</summary>
    private const double Assumed = 6;

    private const int Sample = 50;

    /// <summary>Length of the video that prices are asked for, in seconds: prices are for what it has of seconds, pixels and work.</summary>
    private const decimal Asked = 10;

    private static readonly string[] _processors = ["cpu", "remote"];

    /// <summary>What a second of video costs with an engine.</summary>
    /// <param name="tenant">Who pays.</param>
    /// <param name="wish">For which channels, and how well.</param>
    /// <param name="engine">Its name.</param>
    /// <param name="cancellation">Stops waiting.</param>
    public async Task<EngineRate> Of(string tenant, CampaignWish wish, string engine, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(wish);
        var prices = new Dictionary<(string Variant, string Channel), decimal>();
        foreach (var channel in wish.Channels.Select(name => ChannelProfile.Find(name)!))
        {
            var usual = RemoteServer.IsName(engine) ? null : (decimal?)await Price(tenant, new VideoRequest { Engine = engine, Channels = [channel.Name], Seconds = channel.Seconds.Nearest(Asked), Quality = wish.Ad?.Quality ?? default }, cancellation);
            foreach (var variant in CampaignRules.VariantsOf(wish))
            {
                prices[(variant.Name, channel.Name)] = usual ?? await Price(tenant, ExampleOf(wish, variant, channel, engine), cancellation);
            }
        }

        var made = await database.Videos.AsNoTracking()
            .Where(video => video.TenantId == tenant && video.Model == engine && video.Status == VideoStatus.Completed)
            .OrderByDescending(video => video.Id).Take(Sample)
            .Select(video => new { video.CreatedAt, video.CompletedAt, video.Seconds }).ToListAsync(cancellation);
        var taken = made.Where(video => video is { CompletedAt: not null, Seconds: > 0 })
            .Select(video => (video.CompletedAt!.Value - video.CreatedAt).TotalSeconds / (double)video.Seconds).ToList();
        var seconds = taken.Count > 0 ? taken.Average() : Assumed;
        var (gpu, known) = await Gpu(tenant, engine, cancellation);
        return new EngineRate(prices, seconds, gpu, taken.Count > 0 && known);
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

    private async Task<decimal> Price(string tenant, VideoRequest video, CancellationToken cancellation) =>
        await estimates.Cost(tenant, video, cancellation) / video.Seconds;

    // Another server makes certain lengths alone, so that it matters which shots there are: those of the first product stand for those of all.
    private static VideoRequest ExampleOf(CampaignWish wish, VariantWish variant, ChannelProfile channel, string engine)
    {
        var product = wish.Products is [var first, ..] ? first.Product : null;
        return new VideoRequest
        {
            Prompt = CellAd.PromptOf(wish.Ad?.Prompt, variant) ?? "",
            Product = new ProductBrief { Title = product?.Title ?? wish.Name, Description = product?.Description ?? "" },
            Engine = engine,
            Channels = [channel.Name],
            Language = wish.Locales[0],
            Seconds = CellMatrix.SecondsOf(wish.Ad, variant, channel),
            Quality = wish.Ad?.Quality ?? default,
            Mood = variant.Mood ?? wish.Ad?.Mood,
            Dramaturgy = variant.Dramaturgy ?? wish.Ad?.Dramaturgy,
            Variant = variant.Storyboard ?? wish.Ad?.Variant ?? 0,
            Storyboard = wish.Ad?.Storyboard,
        };
    }

    // By what workers measured of it; what another server renders with is paid for by its price.
    private async Task<(double Seconds, bool Known)> Gpu(string tenant, string engine, CancellationToken cancellation)
    {
        if (RemoteServer.IsName(engine))
        {
            return (0, true);
        }

        if (await estimates.Speed(tenant, UsageStage.Render, engine, cancellation) is { } speed)
        {
            return (speed.GpuPerSecond, true);
        }

        var device = (await engines.List(tenant, cancellation)).FirstOrDefault(known => known.Info.Name == engine)?.Info.Abilities?.Device;
        return _processors.Contains(device) ? (0, true) : (Assumed, false);
    }
}
