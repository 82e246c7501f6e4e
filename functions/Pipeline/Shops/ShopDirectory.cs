using Microsoft.EntityFrameworkCore;
using SoraFunctions.Commerce.Shopify;
using SoraFunctions.Pipeline.Data;
using SoraFunctions.Pipeline.Orchestration;
using SoraFunctions.Pipeline.Remotes.Servers;

namespace SoraFunctions.Pipeline.Shops;

/// <summary>The shops that have the app installed, and their tokens, which are kept sealed as the keys of remotes are.</summary>
/// <param name="database">Where they are.</param>
/// <param name="keys">Holds what tokens are sealed with.</param>
public sealed class ShopDirectory(SoraDatabase database, RemoteOptions keys)
{
    /// <summary>Whether tokens can be kept at all.</summary>
    public bool KeepsTokens => keys.Ring is not null;

    /// <summary>A shop that is known, installed or not; null for none.</summary>
    /// <param name="shop">Its permanent name.</param>
    /// <param name="cancellation">Stops waiting.</param>
    public Task<ShopRow?> Find(string shop, CancellationToken cancellation) =>
        database.Shops.AsNoTracking().SingleOrDefaultAsync(row => row.Domain == shop, cancellation);

    /// <summary>A shop that can be asked; null when the app is not installed there.</summary>
    /// <param name="shop">Its permanent name.</param>
    /// <param name="cancellation">Stops waiting.</param>
    /// <exception cref="FinalException">Its token can't be opened any more.</exception>
    public async Task<ShopAccess?> Open(string shop, CancellationToken cancellation)
    {
        if (await Find(shop, cancellation) is not { SealedToken: { } seal } row || !ShopDomain.TryParse(row.Domain, out var domain))
        {
            return null;
        }

        return keys.Ring?.Open(seal, PurposeOf(row.TenantId, shop)) is { } token
            ? new ShopAccess(domain, token, row)
            : throw new FinalException("shop_token_lost", $"The token of '{shop}' can't be opened any more. Install the app there again.");
    }

    /// <summary>Seals a token for a shop of a tenant; in another row it is worth nothing.</summary>
    /// <param name="tenant">Whose shop.</param>
    /// <param name="shop">Its permanent name.</param>
    /// <param name="token">What to hide.</param>
    public string Seal(string tenant, string shop, string token) => keys.Ring!.Seal(token, PurposeOf(tenant, shop));

    private static string PurposeOf(string tenant, string shop) => $"shopify\n{tenant}\n{shop}";
}
