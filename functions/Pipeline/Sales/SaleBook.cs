using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using SoraFunctions.Commerce.Attribution;
using SoraFunctions.Commerce.Prices;
using SoraFunctions.Pipeline.Data;

namespace SoraFunctions.Pipeline.Sales;

/// <summary>
/// The orders of a tenant, counted with each event that is told: only the order that it is about is counted anew, from all events of that order. What the
/// whole log comes to when counted from nothing is the same, and is counted where there is no book yet, or events were removed.
/// </summary>
/// <param name="database">Where log and book are.</param>
internal sealed class SaleBook(SoraDatabase database)
{
    /// <summary>Has the book to itself until the end of the transaction; false where it is empty yet, and has to be counted from the log.</summary>
    public async Task<bool> Open(string tenant, CancellationToken cancellation)
    {
        await database.Database.ExecuteSqlAsync(
            $"""INSERT INTO "SaleBooks" ("TenantId", "Version") VALUES ({tenant}, 0) ON CONFLICT ("TenantId") DO UPDATE SET "Version" = "SaleBooks"."Version" + 1""", cancellation);
        return await database.SaleBooks.AnyAsync(row => row.TenantId == tenant && row.Version > 0, cancellation);
    }

    /// <summary>Whether there is a book.</summary>
    public Task<bool> Exists(string tenant, CancellationToken cancellation) => database.SaleBooks.AnyAsync(row => row.TenantId == tenant, cancellation);

    /// <summary>Counts all events that there are. Within a transaction that has the book to itself.</summary>
    public async Task Recount(string tenant, CancellationToken cancellation)
    {
        await database.SaleOrders.Where(row => row.TenantId == tenant).ExecuteDeleteAsync(cancellation);
        await database.SaleNames.Where(row => row.TenantId == tenant).ExecuteDeleteAsync(cancellation);
        var events = (await database.SaleEvents.AsNoTracking().Where(row => row.TenantId == tenant).ToListAsync(cancellation)).ConvertAll(EventOf);
        await Write(tenant, events, cancellation);
    }

    /// <summary>Counts the order of an event that was just written down. Within the transaction in which it was.</summary>
    public async Task Count(string tenant, SaleEventRow told, CancellationToken cancellation)
    {
        var twins = await database.SaleEvents.Where(row => row.TenantId == tenant && row.Id == told.Id && row.Kind == told.Kind)
            .Select(row => row.Order).Distinct().ToListAsync(cancellation);
        List<string> names = [.. NamesOf(EventOf(told)).Union(twins)];
        var orders = await database.SaleNames.Where(row => row.TenantId == tenant && names.Contains(row.Name)).Select(row => row.Order).Distinct().ToListAsync(cancellation);
        names = [.. names.Union(await database.SaleNames.Where(row => row.TenantId == tenant && orders.Contains(row.Order)).Select(row => row.Name).ToListAsync(cancellation))];
        var events = (await database.SaleEvents.AsNoTracking().Where(row => row.TenantId == tenant && names.Contains(row.Order)).ToListAsync(cancellation)).ConvertAll(EventOf);
        await database.SaleOrders.Where(row => row.TenantId == tenant && orders.Contains(row.Order)).ExecuteDeleteAsync(cancellation);
        await database.SaleNames.Where(row => row.TenantId == tenant && orders.Contains(row.Order)).ExecuteDeleteAsync(cancellation);
        await Write(tenant, events, cancellation);
    }

    /// <summary>The orders that were paid in a time, and refunds of that time that can't be taken off any.</summary>
    public async Task<IReadOnlyList<OrderTally>> Read(string tenant, DateTimeOffset from, DateTimeOffset to, CancellationToken cancellation)
    {
        var rows = await database.SaleOrders.AsNoTracking()
            .Where(row => row.TenantId == tenant && ((row.PaidAt >= from && row.PaidAt < to) || row.Unbooked != null)).ToListAsync(cancellation);
        return
        [
            .. rows.Select(TallyOf).Select(one => one with
            {
                At = one.At >= from && one.At < to ? one.At : null,
                Unbooked = [.. one.Unbooked.Where(refund => refund.At >= from && refund.At < to)],
            }),
        ];
    }

    private async Task Write(string tenant, IReadOnlyList<SaleEvent> events, CancellationToken cancellation)
    {
        var tallies = OrderTally.Of(events);
        var orderOf = Named(tallies, events);
        database.SaleOrders.AddRange(tallies.Select(one => new SaleOrderRow
        {
            TenantId = tenant,
            Order = one.Order,
            PaidAt = one.At,
            PaidUnits = one.Paid?.MinorUnits ?? 0,
            RefundedUnits = one.Refunded?.MinorUnits ?? 0,
            Currency = one.Paid?.Currency,
            Evidence = JsonSerializer.Serialize(one.Evidence, SalesJson.Default.IReadOnlyListEvidence),
            Unbooked = one.Unbooked.Count == 0 ? null
                : JsonSerializer.Serialize([.. one.Unbooked.Select(UnbookedRefund.Of)], SalesJson.Default.IReadOnlyListUnbookedRefund),
        }));
        database.SaleNames.AddRange(orderOf.Select(pair => new SaleNameRow { TenantId = tenant, Name = pair.Key, Order = pair.Value }));
        try
        {
            await database.SaveChangesAsync(cancellation);
        }
        finally
        {
            foreach (var entry in database.ChangeTracker.Entries().Where(entry => entry.Entity is SaleOrderRow or SaleNameRow).ToList())
            {
                entry.State = EntityState.Detached;
            }
        }
    }

    /// <summary>All names in events, and the order that each means.</summary>
    private static Dictionary<string, string> Named(IReadOnlyList<OrderTally> tallies, IReadOnlyList<SaleEvent> events)
    {
        var known = tallies.Select(one => one.Order).ToHashSet(StringComparer.Ordinal);
        var names = new OrderNames();
        foreach (var told in events.GroupBy(one => (one.Id, one.Kind)))
        {
            var all = told.SelectMany(NamesOf).ToList();
            foreach (var name in all)
            {
                names.Join(all[0], name);
            }
        }

        return events.SelectMany(NamesOf).Distinct().Where(name => known.Contains(names.Of(name))).ToDictionary(name => name, names.Of, StringComparer.Ordinal);
    }

    private static IEnumerable<string> NamesOf(SaleEvent sale) => sale.AlsoKnownAs.Append(sale.Order);

    private static SaleEvent EventOf(SaleEventRow row) => new(row.Id, row.Order, row.Kind, row.At, Money.FromMinorUnits(row.MinorUnits, row.Currency))
    {
        AlsoKnownAs = JsonSerializer.Deserialize(row.AlsoKnownAs, SalesJson.Default.IReadOnlyListString) ?? [],
        Evidence = JsonSerializer.Deserialize(row.Evidence, SalesJson.Default.IReadOnlyListEvidence) ?? [],
    };

    private static OrderTally TallyOf(SaleOrderRow row) => new(
        row.Order,
        row.PaidAt,
        row.Currency is null ? null : Money.FromMinorUnits(row.PaidUnits, row.Currency),
        row.Currency is null ? null : Money.FromMinorUnits(row.RefundedUnits, row.Currency),
        JsonSerializer.Deserialize(row.Evidence, SalesJson.Default.IReadOnlyListEvidence) ?? [],
        row.Unbooked is null ? []
            : [.. JsonSerializer.Deserialize(row.Unbooked, SalesJson.Default.IReadOnlyListUnbookedRefund)!.Select(one => one.Told())]);
}
