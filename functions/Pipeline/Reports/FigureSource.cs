using Microsoft.EntityFrameworkCore;
using SoraFunctions.Commerce.Attribution;
using SoraFunctions.Commerce.Prices;
using SoraFunctions.Commerce.Reports;
using SoraFunctions.Pipeline.Channels;
using SoraFunctions.Pipeline.Data;
using SoraFunctions.Pipeline.Sales;

namespace SoraFunctions.Pipeline.Reports;

/// <summary>Puts together what came of each video in each channel: plays, clicks, orders, and what it cost.</summary>
/// <param name="database">Where all of it is.</param>
/// <param name="sales">What was sold.</param>
public sealed class FigureSource(SoraDatabase database, SalesLog sales)
{
    private const long MicroDollarsInACent = 10_000;

    /// <summary>The figures of a tenant's videos, and the refunds that could not be taken off any order.</summary>
    /// <param name="tenant">Whose.</param>
    /// <param name="span">Which days.</param>
    /// <param name="cancellation">Stops waiting.</param>
    public async Task<(IReadOnlyList<VideoFigures> Figures, IReadOnlyList<SaleEvent> Unbooked)> Of(
        string tenant, ReportSpan span, CancellationToken cancellation)
    {
        var links = await database.CommerceLinks.AsNoTracking().Where(link => link.TenantId == tenant).ToListAsync(cancellation);
        var main = await database.Videos.AsNoTracking().Where(video => video.TenantId == tenant)
            .Select(video => new { video.Id, video.MainChannel }).ToDictionaryAsync(video => video.Id, video => video.MainChannel, cancellation);
        string ChannelOf(string videoId, string? channel) =>
            (channel ?? main.GetValueOrDefault(videoId, "")) is var name && ChannelProfile.Find(name) is { } known ? known.Name : name;

        var log = await sales.Count(tenant, span.Begin, span.End, cancellation);
        var orders = log.Conversions
            .Where(one => one is { Cause: not null, Net.Amount: > 0 })
            .ToLookup(one => (one.Cause!.VideoId, ChannelOf(one.Cause.VideoId, one.Cause.Channel)), one => one.Net);
        var clicks = await Clicks(tenant, span, cancellation);
        var clicked = links.ToLookup(link => (link.VideoId, ChannelOf(link.VideoId, link.Channel)), link => clicks.GetValueOrDefault(link.Code));
        var plays = (await database.Plays.AsNoTracking()
            .Where(play => play.TenantId == tenant && play.Event == PlayCounter.Impression
                && string.Compare(play.Day, span.FirstDay) >= 0 && string.Compare(play.Day, span.LastDay) <= 0)
            .ToListAsync(cancellation)).ToLookup(play => (play.VideoId, ChannelOf(play.VideoId, play.Channel)), play => play.Count);
        var costs = await Costs(tenant, span, ChannelOf, cancellation);
        var traits = links.GroupBy(link => link.VideoId).ToDictionary(group => group.Key, group => group.First());

        var figures = clicked.Where(group => group.Sum() > 0).Select(group => group.Key)
            .Concat(orders.Select(group => group.Key)).Concat(plays.Select(group => group.Key)).Concat(costs.Select(group => group.Key))
            .Distinct()
            .Select(key => new VideoFigures(key.Item1, key.Item2)
            {
                Variant = traits.GetValueOrDefault(key.Item1)?.Variant,
                Campaign = traits.GetValueOrDefault(key.Item1)?.Campaign,
                Product = traits.GetValueOrDefault(key.Item1)?.Product,
                Impressions = plays[key].Sum(),
                Clicks = clicked[key].Sum(),
                Orders = [.. orders[key]],
                Costs = [.. costs[key]],
            });
        return ([.. figures], log.Unbooked);
    }

    // People by day: one who comes twice on a day came once.
    private async Task<Dictionary<string, int>> Clicks(string tenant, ReportSpan span, CancellationToken cancellation)
    {
        var (begin, end) = (span.Begin, span.End);
        var visits =
            from click in database.Clicks
            join link in database.CommerceLinks on click.Code equals link.Code
            where link.TenantId == tenant && !click.Bot && click.At >= begin && click.At < end
            select new { click.Code, click.Visitor };
        return await visits.Distinct().GroupBy(visit => visit.Code)
            .Select(group => new { group.Key, Count = group.Count() }).ToDictionaryAsync(one => one.Key, one => one.Count, cancellation);
    }

    private async Task<ILookup<(string, string), Money>> Costs(
        string tenant, ReportSpan span, Func<string, string?, string> channelOf, CancellationToken cancellation)
    {
        var (begin, end) = (span.Begin, span.End);
        var made = await database.Usage.AsNoTracking()
            .Where(usage => usage.TenantId == tenant && usage.At >= begin && usage.At < end)
            .GroupBy(usage => usage.VideoId)
            .Select(group => new { VideoId = group.Key, MicroDollars = group.Sum(usage => usage.MicroDollars) }).ToListAsync(cancellation);
        var shown = await database.AdSpends.AsNoTracking()
            .Where(spend => spend.TenantId == tenant && string.Compare(spend.Day, span.FirstDay) >= 0 && string.Compare(spend.Day, span.LastDay) <= 0)
            .ToListAsync(cancellation);
        return made
            .Select(one => (one.VideoId, Channel: (string?)null, Amount: Money.FromMinorUnits((one.MicroDollars + (MicroDollarsInACent / 2)) / MicroDollarsInACent, "USD")))
            .Concat(shown.Select(spend => (spend.VideoId, Channel: (string?)spend.Channel, Amount: Money.FromMinorUnits(spend.MinorUnits, spend.Currency))))
            .ToLookup(one => (one.VideoId, channelOf(one.VideoId, one.Channel)), one => one.Amount);
    }
}
