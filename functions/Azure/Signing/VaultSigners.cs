using System.Collections.Concurrent;
using Azure;
using SoraFunctions.Pipeline.Signing;
using SoraFunctions.Provenance.Signing;

namespace SoraFunctions.Azure.Signing;

/// <summary>
/// Keys in vaults: the deployment's, and those of tenants with a key of their own. After <see cref="Kept"/> a vault is asked again, so that
/// a new version of a key is taken without a restart.
/// </summary>
/// <param name="open">Opens the identity of a key with the operator's chain, or a self-made one for null.</param>
/// <param name="deployment">The key for all.</param>
/// <param name="tenants">The keys of tenants.</param>
/// <param name="clock">The clock.</param>
internal sealed class VaultSigners(
    Func<TenantKey, Task<SigningIdentity>> open, TenantKey deployment, IReadOnlyDictionary<string, TenantKey> tenants, TimeProvider clock) : ISigners
{
    private readonly ConcurrentDictionary<TenantKey, (DateTimeOffset At, Task<SigningIdentity> Identity)> _open = [];

    /// <summary>How long an opened key is used before its vault is asked for a newer one.</summary>
    public static TimeSpan Kept { get; } = TimeSpan.FromMinutes(15);

    /// <inheritdoc/>
    public async ValueTask<SigningIdentity> Of(string tenant, CancellationToken cancellation)
    {
        var key = tenants.GetValueOrDefault(tenant, deployment);
        var now = clock.GetUtcNow();
        var entry = _open.AddOrUpdate(
            key,
            _ => (now, open(key)),
            (_, known) => now - known.At < Kept && !known.Identity.IsFaulted ? known : (now, open(key)));
        try
        {
            return await entry.Identity.WaitAsync(cancellation);
        }
        catch (InvalidDataException fault)
        {
            throw SigningFaults.Missing(tenant, fault.Message);
        }
        catch (RequestFailedException fault) when (fault.Status is 404 or 403)
        {
            throw SigningFaults.Missing(tenant, $"The vault {key.Key.Host} answers {fault.Status} for the key {key.Key.AbsolutePath}.");
        }
    }
}
