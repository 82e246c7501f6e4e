using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text;
using Microsoft.EntityFrameworkCore;
using SoraFunctions.Pipeline.Data;

namespace SoraFunctions.Api.Authentication;

/// <summary>Makes, knows and revokes keys.</summary>
/// <param name="database">Where their hashes are.</param>
/// <param name="time">The clock.</param>
public sealed class ApiKeys(SoraDatabase database, TimeProvider time)
{
    private const string Prefix = "sk-sora-";
    private const int Longest = 200;

    /// <summary>Characters of a key that are kept and shown: its prefix and 24 of its 256 bits.</summary>
    private const int Shown = 12;

    /// <summary>When a key was last used is written down once in this time, whoever uses it how often.</summary>
    private static readonly TimeSpan _useGrain = TimeSpan.FromMinutes(5);

    /// <summary>Makes a key of 256 random bits that may do everything.</summary>
    /// <param name="tenant">Whose; must exist.</param>
    /// <param name="cancellation">Stops waiting.</param>
    public Task<IssuedKey> Issue(string tenant, CancellationToken cancellation) => Keep(tenant, NewSecret(), cancellation);

    /// <summary>Takes a key that someone else made, and that may do everything.</summary>
    /// <param name="tenant">Whose; must exist.</param>
    /// <param name="secret">The key.</param>
    /// <param name="cancellation">Stops waiting.</param>
    /// <exception cref="InvalidDataException">The key is none that this service would know again, or too short; it is not repeated.</exception>
    public async Task<IssuedKey> Keep(string tenant, string secret, CancellationToken cancellation)
    {
        if (!secret.StartsWith(Prefix, StringComparison.Ordinal) || secret.Length < Prefix.Length + 43 || secret.Length > Longest)
        {
            throw new InvalidDataException($"A key must be '{Prefix}' and then 43 or more characters, such as 32 random bytes in base64url, {Longest} in all at most.");
        }

        var row = RowOf(tenant, $"key_{Guid.CreateVersion7(time.GetUtcNow()):n}", secret, new KeyTerms());
        database.ApiKeys.Add(row);
        await database.SaveChangesAsync(cancellation);
        return new IssuedKey(row.Id, secret);
    }

    /// <summary>
    /// Makes a key of 256 random bits. Asked again with the same id, because the first answer never arrived, it gets a new secret: the one
    /// before it was seen by no one.
    /// </summary>
    /// <param name="tenant">Whose; must exist.</param>
    /// <param name="id">Id of its row.</param>
    /// <param name="terms">What it is for.</param>
    /// <param name="cancellation">Stops waiting.</param>
    /// <returns>Its row, and its secret.</returns>
    public async Task<(ApiKeyRow Row, string Secret)> Issue(string tenant, string id, KeyTerms terms, CancellationToken cancellation)
    {
        var secret = NewSecret();
        var fresh = RowOf(tenant, id, secret, terms);
        var row = await database.ApiKeys.SingleOrDefaultAsync(key => key.Id == id && key.TenantId == tenant, cancellation);
        if (row is null)
        {
            database.ApiKeys.Add(row = fresh);
        }
        else
        {
            (row.Hash, row.Hint, row.Prefix) = (fresh.Hash, fresh.Hint, fresh.Prefix);
        }

        await database.SaveChangesAsync(cancellation);
        return (row, secret);
    }

    /// <summary>Makes a key useless from now on.</summary>
    /// <param name="id">Id of its row.</param>
    /// <param name="cancellation">Stops waiting.</param>
    /// <returns>False when there is no such key, or it was useless already.</returns>
    public async Task<bool> Revoke(string id, CancellationToken cancellation)
    {
        var now = time.GetUtcNow();
        return await database.ApiKeys
            .Where(row => row.Id == id && (row.RevokedAt == null || row.RevokedAt > now))
            .ExecuteUpdateAsync(row => row.SetProperty(key => key.RevokedAt, now), cancellation) > 0;
    }

    /// <summary>The key's row; null when it is unknown or was revoked. It is asked for anew on every call, so that a revocation holds at once.</summary>
    /// <param name="secret">What the caller sent.</param>
    /// <param name="cancellation">Stops waiting.</param>
    public async Task<ApiKeyRow?> Find(string secret, CancellationToken cancellation)
    {
        if (!secret.StartsWith(Prefix, StringComparison.Ordinal) || secret.Length > Longest)
        {
            return null;
        }

        var hash = HashOf(secret);
        var row = await database.ApiKeys.AsNoTracking().SingleOrDefaultAsync(key => key.Hash == hash, cancellation);
        return row is null || row.RevokedAt <= time.GetUtcNow() ? null : row;
    }

    /// <summary>What its tenant has set and may have; null while that is nothing.</summary>
    /// <param name="key">A row of <see cref="Find"/>.</param>
    /// <param name="cancellation">Stops waiting.</param>
    public Task<TenantSettingRow?> SettingsOf(ApiKeyRow key, CancellationToken cancellation) =>
        database.TenantSettings.AsNoTracking().SingleOrDefaultAsync(row => row.TenantId == key.TenantId, cancellation);

    /// <summary>Whether a key has expired; one that has not was used just now, which is written down now and then.</summary>
    /// <param name="key">A row of <see cref="Find"/>.</param>
    /// <param name="cancellation">Stops waiting.</param>
    public async Task<bool> IsOver(ApiKeyRow key, CancellationToken cancellation)
    {
        var now = time.GetUtcNow();
        if (key.ExpiresAt <= now)
        {
            return true;
        }

        if (key.LastUsedAt is null || now - key.LastUsedAt >= _useGrain)
        {
            await database.ApiKeys
                .Where(row => row.Id == key.Id && row.LastUsedAt == key.LastUsedAt)
                .ExecuteUpdateAsync(row => row.SetProperty(one => one.LastUsedAt, now), cancellation);
        }

        return false;
    }

    private ApiKeyRow RowOf(string tenant, string id, string secret, KeyTerms terms) => new()
    {
        Id = id,
        TenantId = tenant,
        Hash = HashOf(secret),
        Hint = secret[^4..],
        Prefix = secret[..Shown],
        Name = terms.Name,
        Member = terms.Member,
        Scopes = Authentication.Scopes.ToRow(terms.Scopes),
        MostPerMinute = terms.MostPerMinute,
        MostAtOnce = terms.MostAtOnce,
        ExpiresAt = terms.ExpiresAt,
        CreatedAt = time.GetUtcNow(),
    };

    private static string NewSecret() => Prefix + Base64Url.EncodeToString(RandomNumberGenerator.GetBytes(32));

    private static string HashOf(string secret) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(secret)));
}
