using System.Text.Json.Nodes;
using Microsoft.EntityFrameworkCore;
using SoraFunctions.Commerce.Shopify.Admin;
using SoraFunctions.Pipeline.Data;
using SoraFunctions.Pipeline.Orchestration;
using SoraFunctions.Pipeline.Shops.Admin;

namespace SoraFunctions.Pipeline.Shops.Catalogs;

/// <summary>Has a shop begin to write its catalogue into a file.</summary>
/// <param name="database">Where shops are.</param>
/// <param name="directory">Opens their tokens.</param>
/// <param name="admin">Asks.</param>
public sealed class BeginCatalog(SoraDatabase database, ShopDirectory directory, AdminClient admin) : IActivity<CatalogOrder, Nothing>
{
    /// <summary>Its name and types.</summary>
    public static Activity<CatalogOrder, Nothing> Definition { get; } = new("BeginCatalog", 1);

    /// <inheritdoc/>
    public async Task<Nothing> Run(CatalogOrder input, CancellationToken cancellation)
    {
        if (await directory.Open(input.Shop, cancellation) is not { Row.BulkId: null } shop)
        {
            return Nothing.Value;
        }

        var answer = await admin.Ask(shop, "BeginBulk", new JsonObject { ["query"] = AdminDocument.Text("ReadCatalog") }, cancellation);
        if (answer.RefusalsOf("bulkOperationRunQuery").FirstOrDefault() is { } refusal)
        {
            throw refusal.Contains("IN_PROGRESS", StringComparison.Ordinal) || refusal.Contains("already in progress", StringComparison.Ordinal)
                ? new IOException($"'{shop.Domain}' is still at another bulk operation")
                : new FinalException("shop_refused", $"'{shop.Domain}' refuses to list its products: {refusal}");
        }

        var bulk = answer.Data.GetProperty("bulkOperationRunQuery").GetProperty("bulkOperation").GetProperty("id").GetString();
        await database.Shops.Where(row => row.Domain == input.Shop).ExecuteUpdateAsync(row => row.SetProperty(one => one.BulkId, bulk), cancellation);
        return Nothing.Value;
    }
}
