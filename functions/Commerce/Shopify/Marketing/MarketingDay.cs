using System.Globalization;
using System.Text.Json.Nodes;
using SoraFunctions.Commerce.Prices;

namespace SoraFunctions.Commerce.Shopify.Marketing;

/// <summary>
/// What came of a <see cref="MarketingActivity"/> on a day of UTC. Source: published schema of the Admin API 2026-10, MarketingEngagementInput; values are
/// those of the day alone, money is in the shop's currency alone, since the shop refuses others.
/// </summary>
/// <param name="Day">Which day.</param>
/// <param name="Impressions">Plays that began.</param>
/// <param name="Clicks">People who followed a link, each counted once.</param>
/// <param name="Orders">Paid orders of any currency.</param>
/// <param name="Sales">What is left of those in the shop's currency.</param>
/// <param name="AdSpend">What was booked for showing the videos, in the shop's currency.</param>
public sealed record MarketingDay(DateOnly Day, long Impressions, long Clicks, int Orders, Money Sales, Money AdSpend)
{
    /// <summary>Whether there is anything to tell.</summary>
    public bool IsEmpty => Impressions == 0 && Clicks == 0 && Orders == 0 && Sales.Amount == 0 && AdSpend.Amount == 0;

    /// <summary>The input of <c>marketingEngagementCreate</c>.</summary>
    public JsonObject Input() => new()
    {
        ["occurredOn"] = Day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture),
        ["utcOffset"] = "+00:00",
        ["impressionsCount"] = (int)Math.Min(Impressions, int.MaxValue),
        ["uniqueClicksCount"] = (int)Math.Min(Clicks, int.MaxValue),
        ["orders"] = Orders.ToString(CultureInfo.InvariantCulture),
        ["sales"] = Written(Sales),
        ["adSpend"] = Written(AdSpend),
    };

    private static JsonObject Written(Money money) =>
        new() { ["amount"] = money.Amount.ToString(CultureInfo.InvariantCulture), ["currencyCode"] = money.Currency };
}
