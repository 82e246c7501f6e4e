using Microsoft.EntityFrameworkCore;
using SoraFunctions.Commerce.Prices;
using SoraFunctions.Pipeline.Data;
using SoraFunctions.Pipeline.Reports;
using SoraFunctions.Pipeline.Sales;

namespace SoraFunctions.Pipeline.Rights;

/// <summary>
/// Statements for rights-holders. They are reckoned from the logs of sales of those who have their grants, as those tenants' own books are, so that both
/// always say the same.
/// </summary>
/// <param name="database">Where uses are booked.</param>
/// <param name="sales">What was sold.</param>
public sealed class RightsStatements(SoraDatabase database, SalesLog sales)
{
    /// <summary>The statement of a holder.</summary>
    /// <param name="holderId">Which holder.</param>
    /// <param name="span">Which days.</param>
    /// <param name="cancellation">Stops waiting.</param>
    public async Task<RightsStatement> Of(string holderId, ReportSpan span, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(span);
        var own = await database.GrantUses.AsNoTracking().Where(use => use.HolderId == holderId).ToListAsync(cancellation);
        var earned = new List<RightsEarning>();
        foreach (var tenant in own.Select(use => use.TenantId).Distinct().Order(StringComparer.Ordinal))
        {
            var uses = await Uses(database, tenant, cancellation);
            var log = await sales.Count(tenant, span.Begin, span.End, cancellation);
            earned.AddRange(
                from sale in log.Conversions
                where sale.Cause is not null
                let all = uses[sale.Cause!.VideoId].ToList()
                where all.Exists(use => use.HolderId == holderId)
                from part in all.Zip(Royalties.Due(sale, all))
                where part.First.HolderId == holderId
                select new RightsEarning(part.First, 1, sale.Net, Money.FromMinorUnits(part.Second, sale.Net.Currency)));
        }

        return new RightsStatement(
            [.. own.Where(use => use.At >= span.Begin && use.At < span.End).OrderBy(use => use.At).ThenBy(use => use.VideoId, StringComparer.Ordinal).ThenBy(use => use.GrantId, StringComparer.Ordinal)],
            [
                .. earned.GroupBy(one => (one.Use.GrantId, one.Use.VideoId, one.Due.Currency))
                    .OrderBy(group => group.Key.GrantId, StringComparer.Ordinal).ThenBy(group => group.Key.VideoId, StringComparer.Ordinal).ThenBy(group => group.Key.Currency, StringComparer.Ordinal)
                    .Select(group => new RightsEarning(
                        group.First().Use,
                        group.Count(),
                        Money.FromMinorUnits(group.Sum(one => one.Revenue.MinorUnits), group.Key.Currency),
                        Money.FromMinorUnits(group.Sum(one => one.Due.MinorUnits), group.Key.Currency))),
            ]);
    }

    /// <summary>The grants of a tenant's videos, by video, each in the order in which revenue is divided.</summary>
    /// <param name="database">Where they are.</param>
    /// <param name="tenant">Whose videos.</param>
    /// <param name="cancellation">Stops waiting.</param>
    internal static async Task<ILookup<string, GrantUseRow>> Uses(SoraDatabase database, string tenant, CancellationToken cancellation) =>
        (await database.GrantUses.AsNoTracking().Where(use => use.TenantId == tenant).ToListAsync(cancellation))
            .OrderBy(use => use.GrantId, StringComparer.Ordinal).ToLookup(use => use.VideoId);
}
