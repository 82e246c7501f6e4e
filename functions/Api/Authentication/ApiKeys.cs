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

    /// <summary>Makes a key of 256 random bits.</summary>
    /// <param name="tenant">Whose; must exist.</param>
    /// <param name="cancellation">Stops waiting.</param>
    public Task<IssuedKey> Issue(string tenant, CancellationToken cancellation) =>
        Keep(tenant, Prefix + Base64Url.EncodeToString(RandomNumberGenerator.GetBytes(32)), cancellation);

    /// <summary>Takes a key that someone else made.</summary>
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

        var row = new ApiKeyRow
        {
            Id = $"key_{Guid.CreateVersion7(time.GetUtcNow()):n}",
            TenantId = tenant,
            Hash = HashOf(secret),
            Hint = secret[^4..],
            CreatedAt = time.GetUtcNow(),
        };
        database.ApiKeys.Add(row);
        await database.SaveChangesAsync(cancellation);
        return new IssuedKey(row.Id, secret);
    }

    /// <summary>Makes a key useless from now on.</summary>
    /// <param name="id">Id of its row.</param>
    /// <param name="cancellation">Stops waiting.</param>
    /// <returns>False when there is no such key, or it was useless already.</returns>
    public async Task<bool> Revoke(string id, CancellationToken cancellation) => await database.ApiKeys
        .Where(row => row.Id == id && row.RevokedAt == null)
        .ExecuteUpdateAsync(row => row.SetProperty(key => key.RevokedAt, time.GetUtcNow()), cancellation) > 0;

    /// <summary>The key's row; null when it is unknown or was revoked.</summary>
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
        return row?.RevokedAt is null ? row : null;
    }

    private static string HashOf(string secret) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(secret)));
}
