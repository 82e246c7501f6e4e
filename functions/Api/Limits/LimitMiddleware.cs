using System.Globalization;
using System.Threading.RateLimiting;
using Microsoft.AspNetCore.Http;
using SoraFunctions.Api.Authentication;
using SoraFunctions.Api.Errors;
using SoraFunctions.Pipeline.Tenants;

namespace SoraFunctions.Api.Limits;

/// <summary>Holds callers to their limits, and tells them in the headers of the Videos API how much is left.</summary>
internal sealed class LimitMiddleware(RequestDelegate next, RequestLimits limits, ApiOptions options)
{
    private static readonly TimeSpan _shortest = TimeSpan.FromMilliseconds(50);

    public async Task InvokeAsync(HttpContext http)
    {
        if (http.Features.Get<Caller>() is not { } caller)
        {
            await next(http);
            return;
        }

        var allowed = TenantDesk.LimitsOf(caller.Row);
        var tenant = new LimitedParty(
            $"tenant {caller.Tenant}", allowed.RequestsPerMinute ?? options.RequestsPerMinute, allowed.ConcurrentRequests ?? options.ConcurrentRequests);
        var key = new LimitedParty(
            caller.Key.Id, caller.Key.MostPerMinute ?? tenant.PerMinute, caller.Key.MostAtOnce ?? tenant.AtOnce);
        using var place = limits.Enter(key);
        Check(place, $"This key may have {key.AtOnce} requests answered at the same time", "concurrency_limit_exceeded");
        using var tenantPlace = limits.Enter(tenant);
        Check(tenantPlace, $"This tenant may have {tenant.AtOnce} requests answered at the same time", "concurrency_limit_exceeded");
        using var rate = limits.Count(key);
        Tell(http, key);
        Check(rate, $"This key may send {key.PerMinute} requests a minute", "rate_limit_exceeded");
        using var tenantRate = limits.Count(tenant);
        Check(tenantRate, $"This tenant may send {tenant.PerMinute} requests a minute", "rate_limit_exceeded");
        await next(http);
    }

    private void Tell(HttpContext http, LimitedParty key)
    {
        var left = limits.Left(key);
        var headers = http.Response.Headers;
        headers["x-ratelimit-limit-requests"] = key.PerMinute.ToString(CultureInfo.InvariantCulture);
        headers["x-ratelimit-remaining-requests"] = left.ToString(CultureInfo.InvariantCulture);
        headers["x-ratelimit-reset-requests"] = string.Create(CultureInfo.InvariantCulture, $"{(key.PerMinute - left) * 60.0 / key.PerMinute:0.###}s");
    }

    private static void Check(RateLimitLease lease, string limit, string code)
    {
        if (!lease.IsAcquired)
        {
            var wait = lease.TryGetMetadata(MetadataName.RetryAfter, out var after) && after > _shortest ? after : TimeSpan.FromSeconds(1);
            throw Refusals.Limited(code, $"{limit}. Ask again in {Math.Ceiling(wait.TotalSeconds):0} s.", wait);
        }
    }
}
