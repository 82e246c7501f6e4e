using Microsoft.EntityFrameworkCore;
using SoraFunctions.Pipeline.Campaigns.Costs;
using SoraFunctions.Pipeline.Campaigns.Plans;
using SoraFunctions.Pipeline.Campaigns.Runs;
using SoraFunctions.Pipeline.Campaigns.Schedules;
using SoraFunctions.Pipeline.Campaigns.Wire;
using SoraFunctions.Pipeline.Data;
using SoraFunctions.Pipeline.Requests;
using SoraFunctions.Pipeline.Tenants;

namespace SoraFunctions.Pipeline.Campaigns.Forecasts;

/// <summary>Reckons what a run of a campaign would make and cost, cell by cell, without keeping them.</summary>
/// <param name="database">Knows the videos that exist.</param>
/// <param name="source">Knows the products.</param>
/// <param name="costs">Knows prices.</param>
/// <param name="budget">Knows what was spent.</param>
/// <param name="tenants">Knows what fills in what the campaign does not say.</param>
/// <param name="engines">Knows by which engine it is made.</param>
/// <param name="options">How many videos are made at once.</param>
/// <param name="time">The clock.</param>
public sealed class Forecaster(
    SoraDatabase database, ProductSource source, CampaignCosts costs, RunBudget budget, TenantDesk tenants, CampaignEngines engines, CampaignOptions options,
    TimeProvider time)
{
    private const int Page = 500;
    private const int MostShown = 100;
    private const int MostTimes = 5;

    /// <summary>Reckons.</summary>
    /// <param name="tenant">Whose.</param>
    /// <param name="campaign">Which campaign; null for one that is not made yet.</param>
    /// <param name="wish">What it says; keeps to the rules.</param>
    /// <param name="cancellation">Stops waiting.</param>
    /// <exception cref="RequestException">Its shop is none of the tenant's.</exception>
    public async Task<CampaignForecast> Of(string tenant, CampaignRow? campaign, CampaignWish wish, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(wish);
        var now = time.GetUtcNow();
        var products = await source.Read(tenant, wish, now, _ => Task.CompletedTask, cancellation);
        var variants = CampaignRules.VariantsOf(wish);
        if (wish.Learning is not null && variants.Any(variant => variant.Name == campaign?.Winner))
        {
            variants = [.. variants.Where(variant => variant.Name == campaign!.Winner)];
        }

        var matrix = new CellMatrix(wish, products, variants, now, (await tenants.Settings(tenant, cancellation)).Look());
        var engine = (await engines.Of(tenant, wish, cancellation)).Engine;
        var rate = await costs.Of(tenant, wish, engine, cancellation);
        var spent = campaign is null ? new Spending(0, 0) : await budget.Spent(campaign.Id, cancellation);
        var (existing, fits, seconds, due) = (0, 0, 0m, new Spending(0, 0));
        var shown = new List<(CampaignCell, string?)>();
        foreach (var page in matrix.From().Chunk(Page))
        {
            var known = await Known(tenant, page, cancellation);
            foreach (var cell in page)
            {
                var video = known.GetValueOrDefault(cell.Key);
                if (shown.Count < MostShown)
                {
                    shown.Add((cell, video));
                }

                if (video is not null)
                {
                    existing++;
                    continue;
                }

                seconds += cell.Seconds;
                due += Spending.Of(rate, cell.Variant, cell.Channel, cell.Seconds);
                fits += (spent + due).IsWithin(wish.Budget) ? 1 : 0;
            }
        }

        var atOnce = Math.Min(wish.AtOnce ?? int.MaxValue, Math.Min(options.VideosAtOnce, options.VideosOfEngine));
        return new CampaignForecast(
            products.Count, matrix.Count, existing, seconds, due, TimeSpan.FromSeconds((double)seconds * rate.Seconds / atOnce), rate, engine, fits, shown, [.. Times(wish, now)]);
    }

    private async Task<Dictionary<string, string?>> Known(string tenant, CampaignCell[] page, CancellationToken cancellation)
    {
        var keys = page.Select(cell => cell.Key).ToList();
        var found = await database.CampaignCells.AsNoTracking()
            .Where(cell => cell.TenantId == tenant && keys.Contains(cell.Key) && cell.State == CellState.Done
                && database.Videos.Any(video => video.Id == cell.VideoId && video.Status == VideoStatus.Completed))
            .Select(cell => new { cell.Key, cell.VideoId }).ToListAsync(cancellation);
        return found.GroupBy(cell => cell.Key).ToDictionary(group => group.Key, group => group.First().VideoId);
    }

    private static IEnumerable<DateTimeOffset> Times(CampaignWish wish, DateTimeOffset now)
    {
        for (var (next, count) = (DueTimes.Next(wish, now), 0); next is { } due && count < MostTimes; next = DueTimes.Next(wish, due), count++)
        {
            yield return due;
        }
    }
}
