using System.Text.RegularExpressions;
using Microsoft.EntityFrameworkCore;
using SoraFunctions.Pipeline.Data;
using SoraFunctions.Pipeline.Remotes.Servers;
using SoraFunctions.Pipeline.Requests;

namespace SoraFunctions.Pipeline.Payments;

/// <summary>The accounts of tenants at Stripe. Their secrets are kept sealed, and each opens for its tenant alone.</summary>
/// <param name="database">Where accounts are.</param>
/// <param name="options">Holds the keys that secrets are sealed with.</param>
/// <param name="time">The clock.</param>
public sealed partial class PaymentAccounts(SoraDatabase database, RemoteOptions options, TimeProvider time)
{
    private const int Hint = 4;

    /// <summary>Whether this deployment can keep secrets of its tenants.</summary>
    public bool CanKeep => options.Ring is not null;

    /// <summary>The account of a tenant; null for none, or when its secrets can't be opened any more.</summary>
    /// <param name="tenant">Whose.</param>
    /// <param name="cancellation">Stops waiting.</param>
    public async Task<PaymentAccount?> Of(string tenant, CancellationToken cancellation) =>
        await database.PaymentAccounts.AsNoTracking().FirstOrDefaultAsync(row => row.TenantId == tenant, cancellation) is { } row
        && options.Ring is { } ring
        && ring.Open(row.SealedKey, KeyPurpose(tenant)) is { } key && ring.Open(row.SealedSecret, SecretPurpose(tenant)) is { } secret
            ? new PaymentAccount(tenant, key, secret)
            : null;

    /// <summary>What may be shown of an account; null for none.</summary>
    /// <param name="tenant">Whose.</param>
    /// <param name="cancellation">Stops waiting.</param>
    public Task<PaymentAccountRow?> Shown(string tenant, CancellationToken cancellation) =>
        database.PaymentAccounts.AsNoTracking().FirstOrDefaultAsync(row => row.TenantId == tenant, cancellation);

    /// <summary>Sets the account of a tenant.</summary>
    /// <param name="account">Which.</param>
    /// <param name="cancellation">Stops waiting.</param>
    /// <exception cref="RequestException">The key or the secret is none.</exception>
    public async Task<PaymentAccountRow> Set(PaymentAccount account, CancellationToken cancellation)
    {
        var ring = options.Ring ?? throw new InvalidOperationException("This deployment keeps no secrets of its tenants.");
        if (!KeyForm().IsMatch(account.Key))
        {
            throw new RequestException(new RequestError("key", "key must be a secret or restricted key of Stripe, such as rk_live_… with the right to write payment links and to read checkout sessions."));
        }

        if (!SecretForm().IsMatch(account.Secret))
        {
            throw new RequestException(new RequestError("webhook_secret", "webhook_secret must be the signing secret of a webhook endpoint of Stripe, such as whsec_…."));
        }

        var now = time.GetUtcNow();
        var row = await database.PaymentAccounts.FirstOrDefaultAsync(one => one.TenantId == account.Tenant, cancellation);
        if (row is null)
        {
            row = new PaymentAccountRow { TenantId = account.Tenant, SealedKey = "", SealedSecret = "", KeyHint = "", ReadUntil = now, ChangedAt = now };
            database.PaymentAccounts.Add(row);
        }

        row.SealedKey = ring.Seal(account.Key, KeyPurpose(account.Tenant));
        row.SealedSecret = ring.Seal(account.Secret, SecretPurpose(account.Tenant));
        row.KeyHint = account.Key[^Hint..];
        (row.ReadAfter, row.ReadSince) = (null, null);
        row.ChangedAt = now;
        await database.SaveChangesAsync(cancellation);
        return row;
    }

    /// <summary>Forgets the account of a tenant; false when there was none.</summary>
    /// <param name="tenant">Whose.</param>
    /// <param name="cancellation">Stops waiting.</param>
    public async Task<bool> Remove(string tenant, CancellationToken cancellation) =>
        await database.PaymentAccounts.Where(row => row.TenantId == tenant).ExecuteDeleteAsync(cancellation) > 0;

    private static string KeyPurpose(string tenant) => $"stripe key of {tenant}";

    private static string SecretPurpose(string tenant) => $"stripe webhook secret of {tenant}";

    [GeneratedRegex(@"\A[sr]k_(test|live)_[A-Za-z0-9]{8,200}\z")]
    private static partial Regex KeyForm();

    [GeneratedRegex(@"\Awhsec_[A-Za-z0-9+/=_-]{8,200}\z")]
    private static partial Regex SecretForm();
}
