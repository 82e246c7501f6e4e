using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using SoraFunctions.Commerce.Attribution;
using SoraFunctions.Commerce.Prices;
using SoraFunctions.Pipeline.Data;

namespace SoraFunctions.Pipeline.Sales;

/// <summary>What the log of a tenant's sales comes to. It is counted anew each time, so that events which come late are in their place.</summary>
/// <param name="database">Where the log is.</param>
/// <param name="attribution">How tenants ascribe orders.</param>
public sealed class SalesLog(SoraDatabase database, AttributionSettings attribution)
{
    /// <summary>How long before its payment an order may have been placed, for what was told then to count.</summary>
    private static readonly TimeSpan _early = TimeSpan.FromDays(90);

    /// <summary>The orders that were paid in a time, with all that was given back of them until now.</summary>
    /// <param name="tenant">Whose.</param>
    /// <param name="from">Since when.</param>
    /// <param name="to">Until when; not in it.</param>
    /// <param name="cancellation">Stops waiting.</param>
    public async Task<ConversionLog> Count(string tenant, DateTimeOffset from, DateTimeOffset to, CancellationToken cancellation)
    {
        var rules = await attribution.Of(tenant, cancellation);
        var since = from - DateTimeOffset.MinValue > _early ? from - _early : DateTimeOffset.MinValue;
        var rows = await database.SaleEvents.AsNoTracking()
            .Where(row => row.TenantId == tenant && row.At >= since).ToListAsync(cancellation);
        var log = ConversionLog.Of(rows.Select(EventOf), rules);
        return new ConversionLog(
            [.. log.Conversions.Where(one => one.At >= from && one.At < to)],
            [.. log.Unbooked.Where(one => one.At >= from && one.At < to)]);
    }

    private static SaleEvent EventOf(SaleEventRow row) => new(row.Id, row.Order, row.Kind, row.At, Money.FromMinorUnits(row.MinorUnits, row.Currency))
    {
        AlsoKnownAs = JsonSerializer.Deserialize(row.AlsoKnownAs, SalesJson.Default.IReadOnlyListString) ?? [],
        Evidence = JsonSerializer.Deserialize(row.Evidence, SalesJson.Default.IReadOnlyListEvidence) ?? [],
    };
}
