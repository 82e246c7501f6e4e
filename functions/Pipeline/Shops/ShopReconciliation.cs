using System.Globalization;
using Microsoft.EntityFrameworkCore;
using SoraFunctions.Commerce.Shopify.Installs;
using SoraFunctions.Pipeline.Data;
using SoraFunctions.Pipeline.Orchestration;
using SoraFunctions.Pipeline.Shops.Catalogs;
using SoraFunctions.Pipeline.Shops.Deliveries;
using SoraFunctions.Pipeline.Shops.Installs;
using SoraFunctions.Pipeline.Shops.Products;
using SoraFunctions.Pipeline.Shops.Results;

namespace SoraFunctions.Pipeline.Shops;

/// <summary>
/// Sees to it that nothing of a shop is left lying: deliveries that a crash left without their orchestration, products whose orchestration broke, and
/// changes that no delivery told of. Each day it asks shops about themselves anew, to be told of what happens there too, and tells them what came of their
/// videos. Forgets deliveries that no repeat can come of any more.
/// </summary>
/// <param name="database">Where they are.</param>
/// <param name="orchestrations">What runs.</param>
/// <param name="time">The clock.</param>
public sealed class ShopReconciliation(SoraDatabase database, IOrchestrationClient orchestrations, TimeProvider time)
{
    private const int MostAtOnce = 1000;

    /// <summary>How often it is done.</summary>
    public static TimeSpan Every { get; } = TimeSpan.FromMinutes(15);

    /// <summary>How long a delivery is known again; Shopify repeats for four hours.</summary>
    public static TimeSpan DeliveriesKept { get; } = TimeSpan.FromDays(30);

    /// <summary>What is younger is still on its way.</summary>
    private static readonly TimeSpan _patience = TimeSpan.FromMinutes(2);

    /// <summary>Clocks differ, and a search lags behind what it searches.</summary>
    private static readonly TimeSpan _overlap = TimeSpan.FromMinutes(10);

    /// <summary>Days after which a day's orders are told of: most of what comes late has come by then.</summary>
    private const int DaysUntilTold = 2;

    /// <summary>Does it. What breaks off in the middle is done by the next run.</summary>
    /// <param name="cancellation">Stops after the present step.</param>
    public async Task Run(CancellationToken cancellation)
    {
        var now = time.GetUtcNow();
        await TakeUpDeliveries(now, cancellation);
        await TakeUpProducts(now, cancellation);
        var slot = new DateTimeOffset(now.UtcTicks - (now.UtcTicks % Every.Ticks), TimeSpan.Zero);
        var today = DateOnly.FromDateTime(now.UtcDateTime);
        foreach (var shop in await database.Shops.AsNoTracking().Where(row => row.SealedToken != null).ToListAsync(cancellation))
        {
            await orchestrations.Start(
                ChangesOrchestration.Definition,
                string.Create(CultureInfo.InvariantCulture, $"{shop.Domain}.changes.{slot.ToUnixTimeSeconds()}"),
                new ChangesOrder(shop.Domain, (shop.ReconciledTo ?? shop.InstalledAt) - _overlap),
                cancellation);
            if (shop.InstalledAt < now - TimeSpan.FromDays(1))
            {
                // Languages and currencies change, and a subscription that failed too often is taken back by Shopify.
                await orchestrations.Start(
                    SetupOrchestration.Definition, string.Create(CultureInfo.InvariantCulture, $"{shop.Domain}.setup.{today:yyyy-MM-dd}"), new SetupOrder(shop.Domain), cancellation);
            }

            if (ShopifyScopes.Has(shop.Scopes, ShopifyScopes.Results))
            {
                var until = today.AddDays(-DaysUntilTold);
                await orchestrations.Start(
                    ResultsOrchestration.Definition, string.Create(CultureInfo.InvariantCulture, $"{shop.Domain}.results.{until:yyyy-MM-dd}"),
                    new ResultsOrder(shop.Domain, until), cancellation);
            }
        }

        await database.ShopDeliveries.Where(row => row.HandledAt != null && row.ReceivedAt < now - DeliveriesKept).ExecuteDeleteAsync(cancellation);
    }

    private async Task TakeUpDeliveries(DateTimeOffset now, CancellationToken cancellation)
    {
        var before = now - _patience;
        var left = await database.ShopDeliveries.AsNoTracking()
            .Where(row => row.HandledAt == null && row.ReceivedAt < before)
            .OrderBy(row => row.ReceivedAt).Select(row => row.Id).Take(MostAtOnce).ToListAsync(cancellation);
        foreach (var id in left)
        {
            if (await IsFree(id, cancellation))
            {
                await DeliveryOrchestration.Start(orchestrations, [id], cancellation);
            }
        }
    }

    private async Task TakeUpProducts(DateTimeOffset now, CancellationToken cancellation)
    {
        var before = now - _patience;
        var waiting = await database.ShopProducts.AsNoTracking()
            .Where(row => row.WaitsSince < before && row.DeletedAt == null)
            .OrderBy(row => row.WaitsSince).Take(MostAtOnce).ToListAsync(cancellation);
        foreach (var row in waiting)
        {
            await TakeUp(row, row.Round, cancellation);
        }

        // A round that was closed looks after its video until that is on the product's page.
        var unfinished = await database.ShopProducts.AsNoTracking()
            .Where(row => row.VideoRound != null && row.DeletedAt == null
                && (row.Making || database.ShopPublications.Any(one => one.VideoId == row.VideoId && one.PublishedAt == null && one.ReplacedAt == null && one.Fault == null)))
            .OrderBy(row => row.Shop).ThenBy(row => row.ProductId).Take(MostAtOnce).ToListAsync(cancellation);
        foreach (var row in unfinished)
        {
            await TakeUp(row, row.VideoRound!.Value, cancellation);
        }
    }

    private async Task TakeUp(ShopProductRow row, int round, CancellationToken cancellation)
    {
        var id = ProductOrchestration.InstanceOf(row.Shop, row.ProductId, round);
        if (await IsFree(id, cancellation))
        {
            await orchestrations.Start(ProductOrchestration.Definition, id, new ProductOrder(row.Shop, row.ProductId, round), cancellation);
        }
    }

    /// <summary>Whether nothing runs under an id; what has ended there is forgotten.</summary>
    private async Task<bool> IsFree(string id, CancellationToken cancellation) =>
        await orchestrations.Find(id, cancellation) switch
        {
            null => true,
            { State: InstanceState.Running or InstanceState.Suspended } => false,
            _ => await orchestrations.Purge(id, cancellation),
        };
}
