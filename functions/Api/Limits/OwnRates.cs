using System.Threading.RateLimiting;

namespace SoraFunctions.Api.Limits;

/// <summary>What callers send in a minute, where one machine answers them all.</summary>
internal sealed class OwnRates : IRequestRates, IDisposable
{
    private const int SecondsInAMinute = 60;

    private readonly PartitionedRateLimiter<LimitedParty> _rate = PartitionedRateLimiter.Create<LimitedParty, LimitedParty>(
        party => RateLimitPartition.GetTokenBucketLimiter(party, _ => Bucket(party)));

    public ValueTask<RateVerdict> Count(LimitedParty party, CancellationToken cancellation)
    {
        using var lease = _rate.AttemptAcquire(party);
        var left = _rate.GetStatistics(party)?.CurrentAvailablePermits ?? party.PerMinute;
        return ValueTask.FromResult(new RateVerdict(
            lease.IsAcquired, left, lease.TryGetMetadata(MetadataName.RetryAfter, out var after) ? after : TimeSpan.Zero));
    }

    public void Dispose() => _rate.Dispose();

    // Filled again bit by bit, so that who has used it up waits for one request's time and not for a minute.
    private static TokenBucketRateLimiterOptions Bucket(LimitedParty party)
    {
        var perMinute = party.PerMinute;
        var atOnce = Math.Max(1, perMinute / SecondsInAMinute);
        return new TokenBucketRateLimiterOptions
        {
            TokenLimit = Math.Max(atOnce, (int)(perMinute * party.Burst.TotalMinutes)),
            TokensPerPeriod = atOnce,
            ReplenishmentPeriod = TimeSpan.FromSeconds((double)SecondsInAMinute * atOnce / perMinute),
        };
    }
}
