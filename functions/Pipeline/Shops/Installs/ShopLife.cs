using System.Text.Json.Nodes;
using Microsoft.EntityFrameworkCore;
using SoraFunctions.Commerce.Shopify;
using SoraFunctions.Commerce.Shopify.Deliveries;
using SoraFunctions.Pipeline.Data;
using SoraFunctions.Pipeline.Orchestration;
using SoraFunctions.Pipeline.Shops.Admin;
using SoraFunctions.Pipeline.Videos;
using SoraFunctions.Pipeline.Videos.Stages;

namespace SoraFunctions.Pipeline.Shops.Installs;

/// <summary>What happens to the app in a shop after it was installed.</summary>
/// <param name="database">Where shops are.</param>
/// <param name="directory">Opens their tokens.</param>
/// <param name="admin">Asks whether a token still holds.</param>
/// <param name="control">Gives videos up.</param>
/// <param name="time">The clock.</param>
public sealed class ShopLife(SoraDatabase database, ShopDirectory directory, AdminClient admin, VideoControl control, TimeProvider time)
{
    /// <summary>Takes note that the app was removed. One who has it again in the meantime keeps it: the news was late.</summary>
    /// <param name="shop">Where.</param>
    /// <param name="change">Says the shop once more, signed.</param>
    /// <param name="cancellation">Stops waiting.</param>
    public async Task Uninstalled(ShopDomain shop, AppChange change, CancellationToken cancellation)
    {
        if (change.MyshopifyDomain?.Equals(shop.Name, StringComparison.OrdinalIgnoreCase) == true && !await IsInstalled(shop, cancellation))
        {
            await End(shop.Name, cancellation);
        }
    }

    /// <summary>Takes note of what the app may do from now on.</summary>
    /// <param name="shop">Where.</param>
    /// <param name="change">What.</param>
    /// <param name="cancellation">Stops waiting.</param>
    public async Task ScopesChanged(ShopDomain shop, AppChange change, CancellationToken cancellation)
    {
        if (change.Current is { } scopes)
        {
            var joined = string.Join(',', scopes.Order(StringComparer.Ordinal));
            await database.Shops.Where(row => row.Domain == shop.Name).ExecuteUpdateAsync(row => row.SetProperty(one => one.Scopes, joined), cancellation);
        }
    }

    /// <summary>Whether the shop still answers the app: what a delivery says may be old, its token can't be.</summary>
    /// <param name="shop">Which.</param>
    /// <param name="cancellation">Stops waiting.</param>
    public async Task<bool> IsInstalled(ShopDomain shop, CancellationToken cancellation)
    {
        try
        {
            if (await directory.Open(shop.Name, cancellation) is not { } access)
            {
                return false;
            }

            await admin.Ask(access, "ReadShop", new JsonObject(), cancellation);
            return true;
        }
        catch (FinalException)
        {
            return false;
        }
    }

    /// <summary>Ends all that is done for a shop, and forgets its token. What was made stays.</summary>
    /// <param name="shop">Its permanent name.</param>
    /// <param name="cancellation">Stops waiting; what is left is ended by the next call.</param>
    public async Task End(string shop, CancellationToken cancellation)
    {
        DateTimeOffset? now = time.GetUtcNow();
        await database.Shops.Where(row => row.Domain == shop && row.SealedToken != null).ExecuteUpdateAsync(
            row => row.SetProperty(one => one.SealedToken, (string?)null).SetProperty(one => one.UninstalledAt, now).SetProperty(one => one.Scopes, ""), cancellation);
        await database.ShopProducts.Where(row => row.Shop == shop && row.WaitsSince != null).ExecuteUpdateAsync(
            row => row.SetProperty(one => one.WaitsSince, (DateTimeOffset?)null)
                .SetProperty(one => one.Story, (string?)null)
                .SetProperty(one => one.Digest, one => one.OrderedDigest)
                .SetProperty(one => one.Version, one => one.Version + 1),
            cancellation);
        foreach (var row in await database.ShopProducts.AsNoTracking().Where(row => row.Shop == shop && row.Making).ToListAsync(cancellation))
        {
            await control.GiveUp(row.TenantId, row.VideoId!, new FailOrder("app_removed", "The shop has removed the app."), cancellation);
        }
    }
}
