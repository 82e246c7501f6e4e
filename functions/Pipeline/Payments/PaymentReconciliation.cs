using System.Globalization;
using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Logging;
using SoraFunctions.Commerce.Stripe;
using SoraFunctions.Pipeline.Data;
using SoraFunctions.Pipeline.Sales;

namespace SoraFunctions.Pipeline.Payments;

/// <summary>Reads the sessions of all accounts again, so that a sale whose webhook never came is counted too.</summary>
/// <param name="database">Where accounts are.</param>
/// <param name="accounts">Opens them.</param>
/// <param name="links">What is switched off besides.</param>
/// <param name="stripe">Who is asked.</param>
/// <param name="sales">Where sales are written down.</param>
/// <param name="time">The clock.</param>
/// <param name="log">Where failures go.</param>
public sealed partial class PaymentReconciliation(
    SoraDatabase database, PaymentAccounts accounts, PaymentLinks links, StripeClient stripe, SaleRecorder sales, TimeProvider time, ILogger<PaymentReconciliation> log)
{
    private const int Page = 100;
    private const int MostPages = 50;

    /// <summary>A session that was open then may be paid since: sessions live for a day, bank debits take some more.</summary>
    private static readonly TimeSpan _again = TimeSpan.FromDays(7);

    /// <summary>Does it for all tenants; what fails for one is done again at the next time.</summary>
    /// <param name="cancellation">Stops after the present account.</param>
    public async Task Run(CancellationToken cancellation)
    {
        await links.End(cancellation);
        foreach (var tenant in await database.PaymentAccounts.AsNoTracking().OrderBy(row => row.TenantId).Select(row => row.TenantId).ToListAsync(cancellation))
        {
            try
            {
                await Read(tenant, cancellation);
            }
            catch (Exception fault) when (fault is IOException or StripeException)
            {
                if (fault is StripeException)
                {
                    // Where reading on is what was refused, the next turn begins anew.
                    await database.PaymentAccounts.Where(row => row.TenantId == tenant && row.ReadAfter != null).ExecuteUpdateAsync(
                        change => change.SetProperty(row => row.ReadAfter, (string?)null).SetProperty(row => row.ReadSince, (DateTimeOffset?)null), cancellation);
                }

                Failed(log, fault, tenant);
            }
        }
    }

    private async Task Read(string tenant, CancellationToken cancellation)
    {
        if (await accounts.Of(tenant, cancellation) is not { } account)
        {
            return;
        }

        // The newest come first. What a time's turn leaves is read on from there at the next; what came meanwhile is in the reading after that.
        var row = await database.PaymentAccounts.AsNoTracking().FirstAsync(one => one.TenantId == tenant, cancellation);
        var (began, after) = row.ReadSince is { } since ? (since, row.ReadAfter) : (time.GetUtcNow(), null);
        var from = (row.ReadUntil - _again).ToUnixTimeSeconds();
        for (var page = 0; page < MostPages; page++)
        {
            var path = string.Create(CultureInfo.InvariantCulture, $"/v1/checkout/sessions?limit={Page}&status=complete&created[gte]={from}");
            var list = await stripe.Get(account.Key, after is null ? path : $"{path}&starting_after={Uri.EscapeDataString(after)}", cancellation);
            if (!list.TryGetProperty("data", out var data) || data.ValueKind != JsonValueKind.Array)
            {
                throw new IOException("Stripe's list of sessions has no data.");
            }

            foreach (var session in data.EnumerateArray())
            {
                after = session.GetProperty("id").GetString();
                if (session.TryGetProperty("created", out var created) && created.TryGetInt64(out var told) && StripeSales.OfSession(session, told) is { } sale)
                {
                    await sales.Record(tenant, sale, cancellation);
                }
            }

            if (data.GetArrayLength() == 0 || !list.TryGetProperty("has_more", out var more) || more.ValueKind != JsonValueKind.True)
            {
                await Reached(tenant, row.ChangedAt, began, null, null, cancellation);
                return;
            }

            await Reached(tenant, row.ChangedAt, row.ReadUntil, after, began, cancellation);
        }
    }

    // Another key that was set meanwhile may be of another account, whose sessions are to be read from the beginning.
    private Task<int> Reached(string tenant, DateTimeOffset changed, DateTimeOffset until, string? after, DateTimeOffset? began, CancellationToken cancellation) =>
        database.PaymentAccounts.Where(row => row.TenantId == tenant && row.ChangedAt == changed).ExecuteUpdateAsync(
            change => change.SetProperty(row => row.ReadUntil, until).SetProperty(row => row.ReadAfter, after).SetProperty(row => row.ReadSince, began), cancellation);

    [LoggerMessage(Level = LogLevel.Warning, Message = "The sessions of {Tenant} at Stripe can't be read; it is tried again at the next time.")]
    private static partial void Failed(ILogger log, Exception fault, string tenant);
}
