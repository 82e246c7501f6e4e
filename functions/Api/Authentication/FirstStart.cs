using Microsoft.EntityFrameworkCore;
using SoraFunctions.Pipeline.Data;

namespace SoraFunctions.Api.Authentication;

/// <summary>What a deployment does when no one has a key yet.</summary>
/// <param name="database">An existing schema.</param>
/// <param name="keys">Makes the key.</param>
/// <param name="time">The clock.</param>
public sealed class FirstStart(SoraDatabase database, ApiKeys keys, TimeProvider time)
{
    /// <summary>The tenant that is made.</summary>
    public const string Tenant = "default";

    /// <summary>Makes the tenant <c>default</c> and a key for it, unless there is a key.</summary>
    /// <param name="cancellation">Stops waiting.</param>
    /// <returns>The key, to be printed once; null when this was not the first start.</returns>
    public async Task<IssuedKey?> Run(CancellationToken cancellation) =>
        await Begins(cancellation) ? await keys.Issue(Tenant, cancellation) : null;

    /// <summary>Makes the tenant <c>default</c> and takes a key for it that the operator made, unless there is a key.</summary>
    /// <param name="secret">The key.</param>
    /// <param name="cancellation">Stops waiting.</param>
    /// <exception cref="InvalidDataException">The key is not acceptable.</exception>
    public async Task Take(string secret, CancellationToken cancellation)
    {
        if (await Begins(cancellation))
        {
            await keys.Keep(Tenant, secret, cancellation);
        }
    }

    private async Task<bool> Begins(CancellationToken cancellation)
    {
        if (await database.ApiKeys.AnyAsync(cancellation))
        {
            return false;
        }

        if (!await database.Tenants.AnyAsync(row => row.Id == Tenant, cancellation))
        {
            database.Tenants.Add(new TenantRow { Id = Tenant, Name = "Default", CreatedAt = time.GetUtcNow() });
            await database.SaveChangesAsync(cancellation);
        }

        return true;
    }
}
