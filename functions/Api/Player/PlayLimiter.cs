using System.Threading.RateLimiting;
using Microsoft.AspNetCore.Http;

namespace SoraFunctions.Api.Player;

/// <summary>Keeps one address from counting for many: what it tells beyond so many a minute is answered and not counted.</summary>
internal sealed class PlayLimiter : IDisposable
{
    private const int AMinute = 120;

    private readonly PartitionedRateLimiter<string> _addresses = PartitionedRateLimiter.Create<string, string>(address =>
        RateLimitPartition.GetTokenBucketLimiter(address, _ => new TokenBucketRateLimiterOptions
        {
            TokenLimit = AMinute,
            TokensPerPeriod = AMinute,
            ReplenishmentPeriod = TimeSpan.FromMinutes(1),
        }));

    /// <summary>Whether one more is counted.</summary>
    public bool Takes(HttpContext http)
    {
        using var lease = _addresses.AttemptAcquire(http.Connection.RemoteIpAddress?.ToString() ?? "");
        return lease.IsAcquired;
    }

    public void Dispose() => _addresses.Dispose();
}
