using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using SoraFunctions.Commerce.Attribution;
using SoraFunctions.Commerce.Prices;
using SoraFunctions.Pipeline.Data;

namespace SoraFunctions.Pipeline.Sales;

/// <summary>
/// What the log of a tenant's sales comes to. Orders are counted as they are told of, so that events which come late are in their place; to which videos they
/// are due is decided when it is asked.
/// </summary>
/// <param name="database">Where the log is.</param>
/// <param name="attribution">How tenants ascribe orders.</param>
public sealed class SalesLog(SoraDatabase database, AttributionSettings attribution)
{
    private readonly SaleBook _book = new(database);

    /// <summary>The orders that were paid in a time, with all that was given back of them until now.</summary>
    /// <param name="tenant">Whose.</param>
    /// <param name="from">Since when.</param>
    /// <param name="to">Until when; not in it.</param>
    /// <param name="cancellation">Stops waiting.</param>
    public async Task<ConversionLog> Count(string tenant, DateTimeOffset from, DateTimeOffset to, CancellationToken cancellation)
    {
        var rules = await attribution.Of(tenant, cancellation);
        if (!await _book.Exists(tenant, cancellation))
        {
            await Recount(tenant, cancellation);
        }

        return ConversionLog.Of(await _book.Read(tenant, from, to, cancellation), rules);
    }

    /// <summary>Counts all orders of a tenant from its log anew: what comes of it is what there was, unless events were removed.</summary>
    /// <param name="tenant">Whose.</param>
    /// <param name="cancellation">Stops waiting.</param>
    public Task Recount(string tenant, CancellationToken cancellation) => database.Together(
        async stop =>
        {
            await _book.Open(tenant, stop);
            await _book.Recount(tenant, stop);
            return true;
        },
        cancellation);
}
