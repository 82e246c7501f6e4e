using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using SoraFunctions.Commerce.Agents;
using SoraFunctions.Pipeline.Agents.Wire;
using SoraFunctions.Pipeline.Data;
using SoraFunctions.Pipeline.Remotes.Servers;
using SoraFunctions.Pipeline.Requests;

namespace SoraFunctions.Pipeline.Agents;

/// <summary>Who sells through agents. An agent shows a token of its own, which opens the shop for buying and nothing else.</summary>
/// <param name="database">Where sellers are.</param>
/// <param name="options">Holds the keys that secrets are sealed with.</param>
/// <param name="time">The clock.</param>
public sealed class AgentSellers(SoraDatabase database, RemoteOptions options, TimeProvider time)
{
    private const string Prefix = "at-sora-";
    private const int Longest = 128;

    /// <summary>Whether anybody sells through agents here.</summary>
    /// <param name="cancellation">Stops waiting.</param>
    public Task<bool> Any(CancellationToken cancellation) => database.AgentSellers.AnyAsync(cancellation);

    /// <summary>Whether any seller has named platforms that may search by the Universal Commerce Protocol.</summary>
    /// <param name="cancellation">Stops waiting.</param>
    public async Task<bool> AnyIsFound(CancellationToken cancellation)
    {
        await foreach (var terms in database.AgentSellers.AsNoTracking().Select(row => row.Terms).AsAsyncEnumerable().WithCancellation(cancellation))
        {
            if (JsonSerializer.Deserialize(terms, AgentStateJson.Default.SellerTerms)!.Profiles.Count > 0)
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>The seller of a token; null for none.</summary>
    /// <param name="token">What an agent shows.</param>
    /// <param name="cancellation">Stops waiting.</param>
    public async Task<Seller?> Of(string token, CancellationToken cancellation)
    {
        if (!token.StartsWith(Prefix, StringComparison.Ordinal) || token.Length > Longest)
        {
            return null;
        }

        var hash = HashOf(token);
        return await database.AgentSellers.AsNoTracking().FirstOrDefaultAsync(row => row.TokenHash == hash, cancellation) is { } row ? SellerOf(row) : null;
    }

    /// <summary>What may be shown of a seller; null when the tenant is none.</summary>
    /// <param name="tenant">Which.</param>
    /// <param name="cancellation">Stops waiting.</param>
    public async Task<Seller?> Find(string tenant, CancellationToken cancellation) =>
        await database.AgentSellers.AsNoTracking().FirstOrDefaultAsync(row => row.TenantId == tenant, cancellation) is { } row ? SellerOf(row) : null;

    /// <summary>Makes a tenant a seller, or changes its terms. The agents' token is made anew.</summary>
    /// <param name="tenant">Which.</param>
    /// <param name="wish">What agents are told.</param>
    /// <param name="cancellation">Stops waiting.</param>
    /// <returns>The token, which is shown this once.</returns>
    public async Task<string> Set(string tenant, SellerWish wish, CancellationToken cancellation)
    {
        var terms = wish.Terms();
        if (wish.WebhookSecret is not null && options.Ring is null)
        {
            throw new RequestException(new RequestError("webhook_secret", "This deployment keeps no secrets of its tenants: its operator has to set SORA_REMOTE_KEYS first."));
        }

        var token = Prefix + Base64Url.EncodeToString(RandomNumberGenerator.GetBytes(32));
        var row = await database.AgentSellers.FirstOrDefaultAsync(one => one.TenantId == tenant, cancellation);
        if (row is null)
        {
            row = new AgentSellerRow { TenantId = tenant, Terms = "", TokenHash = "", ChangedAt = default };
            database.AgentSellers.Add(row);
        }

        row.Terms = JsonSerializer.Serialize(terms, AgentStateJson.Default.SellerTerms);
        row.TokenHash = HashOf(token);
        row.WebhookUrl = wish.WebhookUrl;
        row.SealedSecret = wish.WebhookSecret is { } secret ? options.Ring!.Seal(secret, SecretPurpose(tenant)) : null;
        row.ChangedAt = time.GetUtcNow();
        await database.SaveChangesAsync(cancellation);
        return token;
    }

    /// <summary>Ends selling through agents; false when the tenant did not.</summary>
    /// <param name="tenant">Which.</param>
    /// <param name="cancellation">Stops waiting.</param>
    public async Task<bool> Remove(string tenant, CancellationToken cancellation) =>
        await database.AgentSellers.Where(row => row.TenantId == tenant).ExecuteDeleteAsync(cancellation) > 0;

    internal static string SecretPurpose(string tenant) => $"agent webhook secret of {tenant}";

    private static Seller SellerOf(AgentSellerRow row) => new(row.TenantId, JsonSerializer.Deserialize(row.Terms, AgentStateJson.Default.SellerTerms)!);

    private static string HashOf(string token) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(token)));
}
