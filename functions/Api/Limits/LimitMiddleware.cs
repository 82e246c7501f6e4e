using System.Globalization;
using Microsoft.AspNetCore.Http;
using SoraFunctions.Api.Authentication;
using SoraFunctions.Api.Errors;
using SoraFunctions.Pipeline.Tenants;

namespace SoraFunctions.Api.Limits;

/// <summary>Holds callers to their limits, and tells them in the headers of the Videos API how much is left.</summary>
internal sealed class LimitMiddleware(RequestDelegate next, RequestLimits limits, IRequestRates rates, ApiOptions options)
{
    private static readonly TimeSpan _shortest = TimeSpan.FromMilliseconds(50);
    private static readonly TimeSpan _usual = TimeSpan.FromSeconds(1);

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
        using var place = await limits.Enter(key, http.RequestAborted);
        Check(place.IsAcquired, $"This key may have {key.AtOnce} requests answered at the same time", "concurrency_limit_exceeded", _usual);
        using var tenantPlace = await limits.Enter(tenant, http.RequestAborted);
        Check(tenantPlace.IsAcquired, $"This tenant may have {tenant.AtOnce} requests answered at the same time", "concurrency_limit_exceeded", _usual);
        var rate = await rates.Count(key, http.RequestAborted);
        Tell(http, key, rate.Left);
        Check(rate.Allowed, $"This key may send {key.PerMinute} requests a minute", "rate_limit_exceeded", rate.Wait);
        var tenantRate = await rates.Count(tenant, http.RequestAborted);
        Check(tenantRate.Allowed, $"This tenant may send {tenant.PerMinute} requests a minute", "rate_limit_exceeded", tenantRate.Wait);
        await next(http);
    }

    private static void Tell(HttpContext http, LimitedParty key, long left)
    {
        var headers = http.Response.Headers;
        headers["x-ratelimit-limit-requests"] = key.PerMinute.ToString(CultureInfo.InvariantCulture);
        headers["x-ratelimit-remaining-requests"] = left.ToString(CultureInfo.InvariantCulture);
        headers["x-ratelimit-reset-requests"] = string.Create(CultureInfo.InvariantCulture, $"{(key.PerMinute - left) * 60.0 / key.PerMinute:0.###}s");
    }

    private static void Check(bool allowed, string limit, string code, TimeSpan after)
    {
        if (!allowed)
        {
            var wait = after > _shortest ? after : _usual;
            throw Refusals.Limited(code, $"{limit}. Ask again in {Math.Ceiling(wait.TotalSeconds):0} s.", wait);
        }
    }
}
