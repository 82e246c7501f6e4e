using System.Threading.RateLimiting;

namespace SoraFunctions.Api.Limits;

/// <summary>
/// How many requests keys and tenants may send, a minute and at the same time. Each machine counts for itself: with several behind one address
/// a caller may have as many times as much.
/// </summary>
internal sealed class RequestLimits : IDisposable
{
    private const int SecondsInAMinute = 60;

    private readonly PartitionedRateLimiter<LimitedParty> _rate = PartitionedRateLimiter.Create<LimitedParty, LimitedParty>(
        party => RateLimitPartition.GetTokenBucketLimiter(party, _ => Bucket(party.PerMinute)));

    private readonly PartitionedRateLimiter<LimitedParty> _atOnce = PartitionedRateLimiter.Create<LimitedParty, LimitedParty>(
        party => RateLimitPartition.GetConcurrencyLimiter(party, _ => new ConcurrencyLimiterOptions { PermitLimit = party.AtOnce }));

    /// <summary>Takes a request of one minute's many.</summary>
    public RateLimitLease Count(LimitedParty party) => _rate.AttemptAcquire(party);

    /// <summary>Takes one of the places; dispose of the lease to leave it.</summary>
    public RateLimitLease Enter(LimitedParty party) => _atOnce.AttemptAcquire(party);

    /// <summary>How many requests are left right now.</summary>
    public long Left(LimitedParty party) => _rate.GetStatistics(party)?.CurrentAvailablePermits ?? party.PerMinute;

    public void Dispose()
    {
        _rate.Dispose();
        _atOnce.Dispose();
    }

    // Filled again bit by bit, so that who has used it up waits for one request's time and not for a minute.
    private static TokenBucketRateLimiterOptions Bucket(int perMinute)
    {
        var atOnce = Math.Max(1, perMinute / SecondsInAMinute);
        return new TokenBucketRateLimiterOptions
        {
            TokenLimit = perMinute,
            TokensPerPeriod = atOnce,
            ReplenishmentPeriod = TimeSpan.FromSeconds((double)SecondsInAMinute * atOnce / perMinute),
        };
    }
}
