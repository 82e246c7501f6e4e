using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Logging;
using SoraFunctions.Pipeline.Data;
using SoraFunctions.Pipeline.Payments;

namespace SoraFunctions.Pipeline.Agents;

/// <summary>Looks at Stripe how payments ended whose answer was lost, so that no checkout stays closed and no paid one is forgotten.</summary>
/// <param name="database">Where checkouts are.</param>
/// <param name="sellers">Whose they are.</param>
/// <param name="checkouts">Settles them.</param>
/// <param name="time">The clock.</param>
/// <param name="log">Where failures go.</param>
public sealed partial class OpenPayments(
    SoraDatabase database, AgentSellers sellers, AgentCheckouts checkouts, TimeProvider time, ILogger<OpenPayments> log)
{
    private const int MostAtOnce = 100;

    /// <summary>Longer than any call to Stripe and its repeats take: after it a payment that Stripe does not know was never begun.</summary>
    private static readonly TimeSpan _settled = TimeSpan.FromMinutes(10);

    /// <summary>Does it for all; what Stripe can't tell now is looked at again at the next time.</summary>
    /// <param name="cancellation">Stops after the present one.</param>
    public async Task Run(CancellationToken cancellation)
    {
        var before = time.GetUtcNow() - _settled;
        foreach (var row in await database.AgentCheckouts.AsNoTracking()
            .Where(one => one.PayingSince != null && one.PayingSince < before).OrderBy(one => one.PayingSince).Take(MostAtOnce).ToListAsync(cancellation))
        {
            try
            {
                if (await sellers.Find(row.TenantId, cancellation) is { } seller)
                {
                    await checkouts.Look(seller, row, cancellation);
                }
            }
            catch (Exception fault) when (fault is IOException or StripeException or AgentConflictException)
            {
                Failed(log, fault, row.Id);
            }
        }
    }

    [LoggerMessage(Level = LogLevel.Warning, Message = "How the payment of {Checkout} ended can't be found out; it is tried again at the next time.")]
    private static partial void Failed(ILogger log, Exception fault, string checkout);
}
