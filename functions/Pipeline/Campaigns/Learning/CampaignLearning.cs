using Microsoft.EntityFrameworkCore;
using SoraFunctions.Pipeline.Campaigns.Plans;
using SoraFunctions.Pipeline.Campaigns.Runs;
using SoraFunctions.Pipeline.Campaigns.Wire;
using SoraFunctions.Pipeline.Data;
using SoraFunctions.Pipeline.Reports;

namespace SoraFunctions.Pipeline.Campaigns.Learning;

/// <summary>Compares the variants of a campaign by what the shop's reports ascribe to their videos.</summary>
/// <param name="database">Where cells are.</param>
/// <param name="figures">Knows plays, clicks and orders.</param>
/// <param name="time">The clock.</param>
public sealed class CampaignLearning(SoraDatabase database, FigureSource figures, TimeProvider time)
{
    /// <summary>Days of which figures count.</summary>
    private const int Days = 365;

    /// <summary>What is known of a campaign's variants.</summary>
    /// <param name="tenant">Whose.</param>
    /// <param name="campaignId">Which.</param>
    /// <param name="wish">What it says.</param>
    /// <param name="cancellation">Stops waiting.</param>
    public async Task<LearningReport> Report(string tenant, string campaignId, CampaignWish wish, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(wish);
        var rules = LearningRules.Of(wish.Learning);
        var today = DateOnly.FromDateTime(time.GetUtcNow().UtcDateTime);
        var (all, _) = await figures.Of(tenant, new ReportSpan(today.AddDays(1 - Days), today), cancellation);
        var variantOf = (await database.CampaignCells.AsNoTracking()
            .Where(cell => cell.CampaignId == campaignId && cell.TenantId == tenant && cell.State == CellState.Done && cell.VideoId != null)
            .Select(cell => new { cell.VideoId, cell.Variant }).Distinct().ToListAsync(cancellation))
            .GroupBy(cell => cell.VideoId!).ToDictionary(group => group.Key, group => group.First().Variant);
        var byVariant = all.Where(one => variantOf.ContainsKey(one.VideoId)).ToLookup(one => variantOf[one.VideoId]);
        var variants = CampaignRules.VariantsOf(wish);
        return LearningReport.Of(
            variants,
            [
                .. variants.Select(variant =>
                {
                    var (plays, clicks, orders) = (byVariant[variant.Name].Sum(one => one.Impressions), byVariant[variant.Name].Sum(one => one.Clicks), byVariant[variant.Name].Sum(one => (long)one.Orders.Count));
                    return rules.Goal switch
                    {
                        LearningGoal.OrdersPerClick => new VariantTrial(variant.Name, clicks, orders),
                        LearningGoal.OrdersPerPlay => new VariantTrial(variant.Name, plays, orders),
                        _ => new VariantTrial(variant.Name, plays, clicks),
                    };
                }),
            ],
            rules);
    }

    /// <summary>The variant that won; written down with its campaign the first time. Null while that is open, or when it is no variant any more.</summary>
    /// <param name="tenant">Whose.</param>
    /// <param name="campaignId">Which.</param>
    /// <param name="wish">What it says.</param>
    /// <param name="cancellation">Stops waiting.</param>
    public async Task<string?> Winner(string tenant, string campaignId, CampaignWish wish, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(wish);
        var campaign = await database.Campaigns.SingleOrDefaultAsync(row => row.Id == campaignId && row.TenantId == tenant, cancellation);
        if (campaign is null)
        {
            return null;
        }

        var variants = CampaignRules.VariantsOf(wish);
        if (campaign.Winner is null && variants.Count > 1)
        {
            campaign.Winner = (await Report(tenant, campaignId, wish, cancellation)).Standings.Winner;
            await database.SaveChangesAsync(cancellation);
        }

        return variants.Any(variant => variant.Name == campaign.Winner) ? campaign.Winner : null;
    }
}
