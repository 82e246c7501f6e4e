using System.Globalization;
using Microsoft.EntityFrameworkCore;
using SoraFunctions.Pipeline.Data;
using SoraFunctions.Pipeline.Orchestration;

namespace SoraFunctions.Pipeline.Shops.Catalogs;

/// <summary>Begins back-fills, one at a time for each shop.</summary>
/// <param name="database">Where shops are.</param>
/// <param name="orchestrations">What goes through catalogues.</param>
/// <param name="time">The clock.</param>
public sealed class CatalogDesk(SoraDatabase database, IOrchestrationClient orchestrations, TimeProvider time)
{
    /// <summary>Begins a back-fill, unless one is under way.</summary>
    /// <param name="shop">In which shop; the app is installed there.</param>
    /// <param name="cancellation">Stops waiting.</param>
    /// <returns>Whether one was begun.</returns>
    public async Task<bool> BackFill(string shop, CancellationToken cancellation)
    {
        var row = await database.Shops.SingleAsync(one => one.Domain == shop, cancellation);
        if (row.BackFill is { } known && await orchestrations.Find(known, cancellation) is { State: InstanceState.Running or InstanceState.Suspended })
        {
            return false;
        }

        row.BackFill = string.Create(CultureInfo.InvariantCulture, $"{shop}.catalog.{time.GetUtcNow().ToUnixTimeMilliseconds()}");
        row.BulkId = null;
        await database.SaveChangesAsync(cancellation);
        return await orchestrations.Start(CatalogOrchestration.Definition, row.BackFill, new CatalogOrder(shop), cancellation);
    }

    /// <summary>Takes note that a bulk operation of a shop ended.</summary>
    /// <param name="shop">Which shop.</param>
    /// <param name="bulk">The operation; null changes nothing.</param>
    /// <param name="cancellation">Stops waiting.</param>
    public async Task BulkFinished(string shop, string? bulk, CancellationToken cancellation)
    {
        var row = await database.Shops.AsNoTracking().SingleOrDefaultAsync(one => one.Domain == shop, cancellation);
        if (row is { BackFill: { } waiting, BulkId: { } mine } && mine == bulk)
        {
            await orchestrations.Raise(waiting, CatalogOrchestration.BulkEnded, Nothing.Value, cancellation);
        }
    }
}
