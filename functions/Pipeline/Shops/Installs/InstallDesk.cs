using System.Globalization;
using System.Net.Http.Json;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using SoraFunctions.Commerce.Shopify;
using SoraFunctions.Commerce.Shopify.Installs;
using SoraFunctions.Commerce.Signatures;
using SoraFunctions.Pipeline.Data;
using SoraFunctions.Pipeline.Orchestration;
using SoraFunctions.Pipeline.Outbound;
using SoraFunctions.Pipeline.Remotes.Servers;
using SoraFunctions.Pipeline.Requests;
using SoraFunctions.Pipeline.Videos;

namespace SoraFunctions.Pipeline.Shops.Installs;

/// <summary>Installs the app in shops: sends the merchant to the page on which he allows it, and takes what he comes back with.</summary>
/// <param name="database">Where shops are.</param>
/// <param name="directory">Seals tokens.</param>
/// <param name="keys">Seals what goes along with the merchant.</param>
/// <param name="options">The app.</param>
/// <param name="http">How shops are called.</param>
/// <param name="address">Where the merchant comes back to.</param>
/// <param name="orchestrations">What sets a shop up.</param>
/// <param name="time">The clock.</param>
public sealed class InstallDesk(
    SoraDatabase database, ShopDirectory directory, RemoteOptions keys, ShopifyOptions options, OutboundHttp http, PublicAddress address,
    IOrchestrationClient orchestrations, TimeProvider time)
{
    private const string StatePurpose = "shopify-install";
    private static readonly TimeSpan _stateHolds = TimeSpan.FromMinutes(30);

    /// <summary>Where the merchant is sent to.</summary>
    public string Callback => $"{address.Root}/v1/shopify/callback";

    /// <summary>The page on which a merchant allows the app to work for a tenant.</summary>
    /// <param name="tenant">For whom.</param>
    /// <param name="name">The shop's permanent name.</param>
    /// <param name="publishes">Whether finished videos are put onto the pages of their products.</param>
    /// <param name="results">Whether the shop is told what came of its videos, among its marketing.</param>
    /// <param name="cancellation">Stops waiting.</param>
    /// <exception cref="RequestException">There is no such shop, or it belongs to another tenant.</exception>
    public async Task<string> Begin(string tenant, string name, bool publishes, bool results, CancellationToken cancellation)
    {
        var shop = ShopDomain.TryParse(name, out var known)
            ? known
            : throw new RequestException(new RequestError("shop", "shop must be the permanent name of a shop, such as green-kettle.myshopify.com."));
        await CheckOwner(tenant, shop, cancellation);
        return PageOf(tenant, shop, publishes, results, null);
    }

    /// <summary>Takes a merchant who opens the app from Shopify's own pages, and does not say for whom.</summary>
    /// <param name="query">The query that he came with.</param>
    /// <param name="owner">The tenant that shops belong to which come by themselves; null for nobody.</param>
    /// <param name="browser">A secret that his browser will keep until he comes back.</param>
    /// <param name="cancellation">Stops waiting.</param>
    /// <returns>The shop, and the page on which he allows the app; null where he has.</returns>
    /// <exception cref="RequestException">The query is forged or stale, or there is nobody whom the shop could belong to.</exception>
    public async Task<(ShopDomain Shop, string? Page)> Open(
        IReadOnlyCollection<KeyValuePair<string, string>> query, string? owner, string browser, CancellationToken cancellation)
    {
        CheckSigned(query);
        if (!ShopDomain.TryParse(query.FirstOrDefault(one => one.Key == "shop").Value, out var shop))
        {
            throw Refused("shop", "shop must be the permanent name of a shop, such as green-kettle.myshopify.com.");
        }

        var known = await directory.Find(shop.Name, cancellation);
        if (known?.SealedToken is not null)
        {
            return (shop, null);
        }

        var tenant = known?.TenantId ?? owner
            ?? throw Refused("shop", "Nobody is set here whom shops belong to that come by themselves. Begin the installation with POST /v1/shopify/installs.");
        return (shop, PageOf(tenant, shop, known?.Publishes ?? true, false, browser));
    }

    private string PageOf(string tenant, ShopDomain shop, bool publishes, bool results, string? browser)
    {
        var state = new InstallState(tenant, shop.Name, publishes, (time.GetUtcNow() + _stateHolds).ToUnixTimeSeconds(), browser is null ? null : HashOf(browser), results);
        return InstallPage.Of(shop, options.ClientId!, Callback, keys.Ring!.Seal(JsonSerializer.Serialize(state, InstallJson.Default.InstallState), StatePurpose), results);
    }

    /// <summary>Takes a merchant who has allowed it: the shop is stored with its token, and set up.</summary>
    /// <param name="query">The query that he came back with.</param>
    /// <param name="browser">What his browser has kept; null for nothing.</param>
    /// <param name="cancellation">Stops waiting.</param>
    /// <returns>The shop.</returns>
    /// <exception cref="RequestException">The query is forged, stale or of another installation, or the shop belongs to another tenant.</exception>
    public async Task<ShopRow> Finish(IReadOnlyCollection<KeyValuePair<string, string>> query, string? browser, CancellationToken cancellation)
    {
        CheckSigned(query);
        string? Of(string name) => query.FirstOrDefault(one => one.Key == name).Value;
        var state = Opened(Of("state")) ?? throw Refused("state", "The installation was not begun here. Begin it with POST /v1/shopify/installs.");
        if (time.GetUtcNow().ToUnixTimeSeconds() > state.Until || !ShopDomain.TryParse(Of("shop"), out var shop) || shop.Name != state.Shop)
        {
            throw Refused("state", "The installation was begun too long ago, or for another shop. Begin it again.");
        }

        if (state.Browser is { } kept && (browser is null || !CryptographicOperations.FixedTimeEquals(Convert.FromHexString(kept), Convert.FromHexString(HashOf(browser)))))
        {
            throw Refused("state", "The installation was begun in another browser. Open the app from Shopify again.");
        }

        await CheckOwner(state.Tenant, shop, cancellation);
        var grant = await Exchange(shop, Of("code") ?? "", cancellation);
        if (ShopifyScopes.Missing(grant.Scope, state.Results) is { Count: > 0 } missing)
        {
            throw Refused("scope", $"The app needs more than was allowed: {string.Join(", ", missing)}.");
        }

        var row = await Keep(state, grant, cancellation);
        await orchestrations.Start(
            SetupOrchestration.Definition,
            string.Create(CultureInfo.InvariantCulture, $"{row.Domain}.setup.{row.InstalledAt.ToUnixTimeMilliseconds()}"),
            new SetupOrder(row.Domain),
            cancellation);
        return row;
    }

    private void CheckSigned(IReadOnlyCollection<KeyValuePair<string, string>> query)
    {
        if (ShopifyQuery.Judge(query, options.Secrets, time.GetUtcNow()) is var verdict && verdict != SignatureVerdict.Valid)
        {
            throw Refused("hmac", verdict == SignatureVerdict.OutOfTime ? "The request is too old. Begin the installation again." : "The request is not signed by Shopify.");
        }
    }

    private static string HashOf(string browser) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(browser)));

    private InstallState? Opened(string? seal) => seal is not null && keys.Ring!.Open(seal, StatePurpose) is { } json
        ? JsonSerializer.Deserialize(json, InstallJson.Default.InstallState)
        : null;

    private async Task CheckOwner(string tenant, ShopDomain shop, CancellationToken cancellation)
    {
        if (await directory.Find(shop.Name, cancellation) is { SealedToken: not null } row && row.TenantId != tenant)
        {
            throw Refused("shop", "The app is installed in this shop already, for somebody else. Remove it in the shop first.");
        }
    }

    private async Task<ShopRow> Keep(InstallState state, ShopifyGrant grant, CancellationToken cancellation)
    {
        var now = time.GetUtcNow();
        var row = await database.Shops.SingleOrDefaultAsync(one => one.Domain == state.Shop, cancellation);
        if (row is null)
        {
            row = new ShopRow { Domain = state.Shop, TenantId = state.Tenant, Scopes = "", InstalledAt = now };
            database.Shops.Add(row);
        }
        else if (row.TenantId != state.Tenant)
        {
            // What the shop told the tenant before stays his; the new one begins from nothing.
            await database.ShopProducts.Where(one => one.Shop == row.Domain).ExecuteDeleteAsync(cancellation);
            await database.ShopPublications.Where(one => one.Shop == row.Domain).ExecuteDeleteAsync(cancellation);
            await database.ShopDeliveries.Where(one => one.Shop == row.Domain).ExecuteDeleteAsync(cancellation);
            await database.ShopResults.Where(one => one.Shop == row.Domain).ExecuteDeleteAsync(cancellation);
            (row.ReconciledTo, row.BackFill, row.BulkId, row.ResultsTo) = (null, null, null, null);
        }

        row.TenantId = state.Tenant;
        row.SealedToken = directory.Seal(state.Tenant, state.Shop, grant.AccessToken);
        row.Scopes = grant.Scope ?? "";
        row.Publishes = state.Publishes;
        row.InstalledAt = now;
        row.UninstalledAt = null;
        await database.SaveChangesAsync(cancellation);
        return row;
    }

    private async Task<ShopifyGrant> Exchange(ShopDomain shop, string code, CancellationToken cancellation)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, new Uri($"{options.RootOf(shop).AbsoluteUri.TrimEnd('/')}/admin/oauth/access_token"))
        {
            Content = JsonContent.Create(new InstallCode(options.ClientId!, options.Secrets[0], code), InstallJson.Default.InstallCode),
        };
        try
        {
            using var answer = await http.Send(request, cancellation);
            return answer.IsSuccessStatusCode && await answer.Content.ReadFromJsonAsync(ShopifyJson.Default.ShopifyGrant, cancellation) is { AccessToken.Length: > 0 } grant
                ? grant
                : throw Refused("code", "The shop does not take the code. Begin the installation again.");
        }
        catch (Exception failure) when (failure is HttpRequestException or JsonException)
        {
            throw Refused("shop", "The shop can't be reached at present. Begin the installation again.");
        }
    }

    private static RequestException Refused(string field, string message) => new(new RequestError(field, message, "install_refused"));
}
