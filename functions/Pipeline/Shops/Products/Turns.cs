using Microsoft.EntityFrameworkCore;
using SoraFunctions.Pipeline.Data;
using SoraFunctions.Pipeline.Orchestration;

namespace SoraFunctions.Pipeline.Shops.Products;

/// <summary>Whose turn it is where more products of a shop wait than videos are made at once.</summary>
/// <param name="database">Where products are.</param>
/// <param name="orchestrations">What looks after them.</param>
public sealed class Turns(SoraDatabase database, IOrchestrationClient orchestrations)
{
    /// <summary>Gives the next product its turn: new ones first, then those that wait the longest.</summary>
    /// <param name="shop">Of which shop.</param>
    /// <param name="cancellation">Stops waiting.</param>
    public async Task Next(string shop, CancellationToken cancellation)
    {
        var next = await database.ShopProducts.AsNoTracking()
            .Where(row => row.Shop == shop && row.WaitsSince != null && row.DeletedAt == null)
            .OrderBy(row => row.Urgency).ThenBy(row => row.WaitsSince).ThenBy(row => row.ProductId)
            .FirstOrDefaultAsync(cancellation);
        if (next is not null)
        {
            await orchestrations.Raise(
                ProductOrchestration.InstanceOf(shop, next.ProductId, next.Round), ProductOrchestration.Turn, Nothing.Value, cancellation);
        }
    }
}
