using System.Globalization;
using System.Text.Json.Nodes;
using Microsoft.EntityFrameworkCore;
using SoraFunctions.Commerce.Shopify.Installs;
using SoraFunctions.Commerce.Shopify.Marketing;
using SoraFunctions.Pipeline.Data;
using SoraFunctions.Pipeline.Orchestration;
using SoraFunctions.Pipeline.Reports;
using SoraFunctions.Pipeline.Shops.Admin;

namespace SoraFunctions.Pipeline.Shops.Results;

/// <summary>
/// Tells a shop what came of its videos, day by day up to one: as activities and engagements of its marketing. An activity has an id of ours, and is the
/// same however often it is told. A day's engagement has none: it is written down before it is told, and is not told again where the answer was lost.
/// </summary>
/// <param name="database">Where it is written down.</param>
/// <param name="directory">Opens tokens.</param>
/// <param name="activities">What there is to tell.</param>
/// <param name="admin">Tells.</param>
/// <param name="time">The clock.</param>
public sealed class TellResults(SoraDatabase database, ShopDirectory directory, ShopActivities activities, AdminClient admin, TimeProvider time)
    : IActivity<ResultsOrder, Nothing>
{
    /// <summary>Days before the last one that are told of at most: what is older nobody waits for.</summary>
    private const int MostDays = 31;

    /// <summary>Its name and types.</summary>
    public static Activity<ResultsOrder, Nothing> Definition { get; } = new("TellResults", 1);

    /// <inheritdoc/>
    public async Task<Nothing> Run(ResultsOrder input, CancellationToken cancellation)
    {
        if (await directory.Open(input.Shop, cancellation) is not { Row.Currency: not null } shop || !ShopifyScopes.Has(shop.Row.Scopes, ShopifyScopes.Results))
        {
            return Nothing.Value;
        }

        for (var day = FirstOf(shop.Row, input.Until); day <= input.Until; day = day.AddDays(1))
        {
            foreach (var (activity, results) in await activities.Of(shop.Row, day, cancellation))
            {
                await Tell(shop, activity, results, cancellation);
            }

            var told = ReportSpan.Word(day);
            await database.Shops.Where(row => row.Domain == input.Shop && row.TenantId == shop.Row.TenantId)
                .ExecuteUpdateAsync(row => row.SetProperty(one => one.ResultsTo, told), cancellation);
        }

        // Days before these are never come back to.
        var old = ReportSpan.Word(input.Until.AddDays(-MostDays));
        await database.ShopResults.Where(row => row.Shop == input.Shop && string.Compare(row.Day, old) < 0).ExecuteDeleteAsync(cancellation);
        return Nothing.Value;
    }

    private static DateOnly FirstOf(ShopRow shop, DateOnly until)
    {
        var next = shop.ResultsTo is { } told
            ? DateOnly.ParseExact(told, "yyyy-MM-dd", CultureInfo.InvariantCulture).AddDays(1)
            : DateOnly.FromDateTime(shop.InstalledAt.UtcDateTime);
        return next > until.AddDays(-MostDays) ? next : until.AddDays(-MostDays);
    }

    private async Task Tell(ShopAccess shop, MarketingActivity activity, MarketingDay results, CancellationToken cancellation)
    {
        var (name, id, day) = (shop.Row.Domain, activity.RemoteId, ReportSpan.Word(results.Day));
        if (await database.ShopResults.AnyAsync(row => row.Shop == name && row.Activity == id && row.Day == day, cancellation))
        {
            return;
        }

        await admin.Change(shop, "TellActivity", "marketingActivityUpsertExternal", new JsonObject { ["input"] = activity.Input() }, cancellation);
        var written = new ShopResultRow { Shop = name, TenantId = shop.Row.TenantId, Activity = id, Day = day };
        database.ShopResults.Add(written);
        await database.SaveChangesAsync(cancellation);
        try
        {
            await admin.Change(
                shop, "TellResults", "marketingEngagementCreate", new JsonObject { ["remoteId"] = id, ["marketingEngagement"] = results.Input() }, cancellation);
        }
        catch (FinalException)
        {
            // It was refused, so it can be told once more when that is mended.
            database.ShopResults.Remove(written);
            await database.SaveChangesAsync(cancellation);
            throw;
        }

        written.ToldAt = time.GetUtcNow();
        await database.SaveChangesAsync(cancellation);
        database.ChangeTracker.Clear();
    }
}
