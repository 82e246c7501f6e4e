using Microsoft.EntityFrameworkCore;
using SoraFunctions.Commerce.Agents;
using SoraFunctions.Pipeline.Data;

namespace SoraFunctions.Pipeline.Agents;

/// <summary>How many of each item a seller lets agents buy. What is not counted here is always there.</summary>
/// <param name="database">Where counts are.</param>
public sealed class AgentStock(SoraDatabase database)
{
    /// <summary>The items that are counted, and how many there are of each.</summary>
    /// <param name="tenant">Whose.</param>
    /// <param name="cancellation">Stops waiting.</param>
    public async Task<IReadOnlyDictionary<string, int>> Of(string tenant, CancellationToken cancellation) => await database.AgentStocks.AsNoTracking()
        .Where(row => row.TenantId == tenant).OrderBy(row => row.Item).ToDictionaryAsync(row => row.Item, row => row.Quantity, cancellation);

    /// <summary>Sets how many there are.</summary>
    /// <param name="tenant">Whose.</param>
    /// <param name="counts">By item; null for no longer counted.</param>
    /// <param name="cancellation">Stops waiting.</param>
    public async Task Set(string tenant, IEnumerable<(string Item, int? Quantity)> counts, CancellationToken cancellation)
    {
        foreach (var (item, quantity) in counts)
        {
            if (quantity is { } many)
            {
                await database.Database.ExecuteSqlAsync(
                    $"""INSERT INTO "AgentStocks" ("TenantId", "Item", "Quantity") VALUES ({tenant}, {item}, {many}) ON CONFLICT ("TenantId", "Item") DO UPDATE SET "Quantity" = {many}""",
                    cancellation);
            }
            else
            {
                await database.AgentStocks.Where(row => row.TenantId == tenant && row.Item == item).ExecuteDeleteAsync(cancellation);
            }
        }
    }

    /// <summary>Takes what a checkout needs; false when there is not enough of something. To be done in a transaction, which is then undone.</summary>
    internal async Task<bool> Take(string tenant, IEnumerable<CheckoutLine> lines, CancellationToken cancellation)
    {
        // In one order, so that two who take at once don't wait for each other.
        foreach (var line in lines.OrderBy(line => line.ItemId, StringComparer.Ordinal))
        {
            if (await database.AgentStocks.Where(row => row.TenantId == tenant && row.Item == line.ItemId && row.Quantity >= line.Quantity)
                .ExecuteUpdateAsync(row => row.SetProperty(one => one.Quantity, one => one.Quantity - line.Quantity), cancellation) == 0
                && await database.AgentStocks.AnyAsync(row => row.TenantId == tenant && row.Item == line.ItemId, cancellation))
            {
                return false;
            }
        }

        return true;
    }

    /// <summary>Gives back what a payment that came to nothing had taken.</summary>
    internal async Task GiveBack(string tenant, IEnumerable<CheckoutLine> lines, CancellationToken cancellation)
    {
        foreach (var line in lines.OrderBy(line => line.ItemId, StringComparer.Ordinal))
        {
            await database.AgentStocks.Where(row => row.TenantId == tenant && row.Item == line.ItemId)
                .ExecuteUpdateAsync(row => row.SetProperty(one => one.Quantity, one => one.Quantity + line.Quantity), cancellation);
        }
    }
}
