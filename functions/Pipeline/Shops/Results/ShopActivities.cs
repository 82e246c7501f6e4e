using Microsoft.EntityFrameworkCore;
using SoraFunctions.Commerce.Prices;
using SoraFunctions.Commerce.Shopify.Marketing;
using SoraFunctions.Pipeline.Channels;
using SoraFunctions.Pipeline.Data;
using SoraFunctions.Pipeline.Reports;
using SoraFunctions.Pipeline.Videos;

namespace SoraFunctions.Pipeline.Shops.Results;

/// <summary>The videos whose links lead into a shop, by campaign and channel, and what came of them on a day.</summary>
/// <param name="database">Where links are.</param>
/// <param name="figures">What came of videos.</param>
/// <param name="address">Where they are looked at.</param>
public sealed class ShopActivities(SoraDatabase database, FigureSource figures, PublicAddress address)
{
    /// <summary>The activities of a day that anything came of.</summary>
    /// <param name="shop">Which shop; it was asked for its currency.</param>
    /// <param name="day">Which day of UTC.</param>
    /// <param name="cancellation">Stops waiting.</param>
    public async Task<IReadOnlyList<(MarketingActivity Activity, MarketingDay Day)>> Of(ShopRow shop, DateOnly day, CancellationToken cancellation)
    {
        var (tenant, domain, host, currency) = (shop.TenantId, $"https://{shop.Domain}/", $"https://{shop.Host ?? shop.Domain}/", shop.Currency!);
        var links = await (
            from link in database.CommerceLinks.AsNoTracking()
            join video in database.Videos.AsNoTracking() on link.VideoId equals video.Id
            where link.TenantId == tenant && video.TenantId == tenant && (link.Destination.StartsWith(domain) || link.Destination.StartsWith(host))
            select new { Link = link, video.MainChannel }).ToListAsync(cancellation);
        var counted = (await figures.Of(tenant, new ReportSpan(day, day), cancellation)).Figures.ToDictionary(one => (one.VideoId, one.Channel));
        var word = ReportSpan.Word(day);
        var spent = (await database.AdSpends.AsNoTracking().Where(row => row.TenantId == tenant && row.Day == word && row.Currency == currency).ToListAsync(cancellation))
            .ToLookup(row => (row.VideoId, NameOf(row.Channel)), row => Money.FromMinorUnits(row.MinorUnits, row.Currency).Amount);
        return
        [
            .. links.Select(one => (one.Link, Key: (one.Link.VideoId, NameOf(one.Link.Channel ?? one.MainChannel)), Tags: ShopTags.Of(new Uri(one.Link.Destination))))
                .Where(one => one.Tags is not null)
                .GroupBy(one => one.Tags!)
                .Select(group =>
                {
                    var first = group.OrderBy(one => one.Link.CreatedAt).ThenBy(one => one.Link.Code, StringComparer.Ordinal).First().Link;
                    var keys = group.Select(one => one.Key).Distinct().ToList();
                    var told = keys.Where(counted.ContainsKey).Select(key => counted[key]).ToList();
                    return (
                        new MarketingActivity(group.Key, first.CreatedAt, new Uri(address.Player(first.Code))),
                        new MarketingDay(
                            day,
                            told.Sum(one => one.Impressions),
                            told.Sum(one => one.Clicks),
                            told.Sum(one => one.Orders.Count),
                            new Money(told.SelectMany(one => one.Orders).Where(order => order.Currency == currency).Sum(order => order.Amount), currency),
                            new Money(keys.Sum(key => spent[key].Sum()), currency)));
                })
                .Where(one => !one.Item2.IsEmpty)
                .OrderBy(one => one.Item1.RemoteId, StringComparer.Ordinal),
        ];
    }

    private static string NameOf(string channel) => ChannelProfile.Find(channel)?.Name ?? channel;
}
