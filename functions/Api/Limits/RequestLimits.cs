using System.Threading.RateLimiting;

namespace SoraFunctions.Api.Limits;

/// <summary>How many requests of keys and tenants are answered at the same time. Several machines divide it among them, with one for each at least.</summary>
/// <param name="machines">How many there are; null for one.</param>
internal sealed class RequestLimits(Machines? machines) : IDisposable
{
    private readonly PartitionedRateLimiter<LimitedParty> _atOnce = PartitionedRateLimiter.Create<LimitedParty, LimitedParty>(
        party => RateLimitPartition.GetConcurrencyLimiter(party, _ => new ConcurrencyLimiterOptions { PermitLimit = party.AtOnce }));

    /// <summary>Takes one of the places; dispose of the lease to leave it.</summary>
    public async ValueTask<RateLimitLease> Enter(LimitedParty party, CancellationToken cancellation) => _atOnce.AttemptAcquire(
        machines is null ? party : party with { AtOnce = Math.Max(1, party.AtOnce / await machines.Count(cancellation)) });

    public void Dispose() => _atOnce.Dispose();
}
