using System.Threading.RateLimiting;
using SoraFunctions.Api.Errors;

namespace SoraFunctions.Api.Videos;

/// <summary>Keeps one tenant from ordering faster than the deployment allows.</summary>
internal sealed class CreateLimiter(ApiOptions options) : IDisposable
{
    private const int BurstSeconds = 5;

    private readonly PartitionedRateLimiter<string> _tenants = PartitionedRateLimiter.Create<string, string>(tenant =>
        RateLimitPartition.GetTokenBucketLimiter(tenant, _ => new TokenBucketRateLimiterOptions
        {
            TokenLimit = options.CreatesPerSecond * BurstSeconds,
            TokensPerPeriod = options.CreatesPerSecond,
            ReplenishmentPeriod = TimeSpan.FromSeconds(1),
        }));

    /// <summary>Counts one video.</summary>
    public void Enter(string tenant)
    {
        using var lease = _tenants.AttemptAcquire(tenant);
        if (!lease.IsAcquired)
        {
            throw Refusals.TooMany();
        }
    }

    public void Dispose() => _tenants.Dispose();
}
