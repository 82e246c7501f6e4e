using System.Threading.RateLimiting;
using Microsoft.AspNetCore.Http;
using SoraFunctions.Api.Authentication;
using SoraFunctions.Api.Errors;

namespace SoraFunctions.Api.Verify;

/// <summary>
/// Keeps verification from taking the machine: so many a minute for each caller, and so many at once in all, since a search for a mark
/// keeps a core busy for seconds.
/// </summary>
/// <param name="options">How many a tenant may send.</param>
internal sealed class VerifyLimiter(ApiOptions options) : IDisposable
{
    /// <summary>Files that an address without a key may send in a minute, on the average.</summary>
    private const int OfAddress = 6;

    private readonly PartitionedRateLimiter<string> _callers = PartitionedRateLimiter.Create<string, string>(caller =>
    {
        var most = caller.StartsWith("tenant/", StringComparison.Ordinal) ? options.VerificationsPerMinute : OfAddress;
        return RateLimitPartition.GetTokenBucketLimiter(caller, _ => new TokenBucketRateLimiterOptions
        {
            TokenLimit = most,
            TokensPerPeriod = most,
            ReplenishmentPeriod = TimeSpan.FromMinutes(1),
        });
    });

    private readonly ConcurrencyLimiter _machine = new(new ConcurrencyLimiterOptions
    {
        PermitLimit = Math.Max(1, Environment.ProcessorCount / 2),
        QueueLimit = 8,
        QueueProcessingOrder = QueueProcessingOrder.OldestFirst,
    });

    /// <summary>Waits for a turn, which ends when the result is disposed.</summary>
    /// <exception cref="ApiException">There are too many.</exception>
    public async Task<IDisposable> Enter(HttpContext http, CancellationToken cancellation)
    {
        var caller = http.Features.Get<Caller>() is { } known ? $"tenant/{known.Tenant}" : $"address/{http.Connection.RemoteIpAddress}";
        using (var counted = _callers.AttemptAcquire(caller))
        {
            if (!counted.IsAcquired)
            {
                throw TooMany(30);
            }
        }

        var turn = await _machine.AcquireAsync(1, cancellation);
        if (turn.IsAcquired)
        {
            return turn;
        }

        turn.Dispose();
        throw TooMany(10);
    }

    public void Dispose()
    {
        _callers.Dispose();
        _machine.Dispose();
    }

    private static ApiException TooMany(int seconds) => new(
        StatusCodes.Status429TooManyRequests,
        new ApiError("Too many files are being verified. Ask again shortly.", "rate_limit_error", null, "rate_limit_exceeded"))
    {
        RetryAfter = seconds,
    };
}
