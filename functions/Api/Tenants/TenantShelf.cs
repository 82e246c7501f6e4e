using System.Globalization;
using System.Text.RegularExpressions;
using Microsoft.EntityFrameworkCore;
using SoraFunctions.Api.Authentication;
using SoraFunctions.Api.Errors;
using SoraFunctions.Pipeline.Data;
using SoraFunctions.Pipeline.Tenants;

namespace SoraFunctions.Api.Tenants;

/// <summary>Tenants as rows: one's own, and, for the operator, those of others.</summary>
internal sealed partial class TenantShelf(SoraDatabase database, ApiKeys keys, TenantDesk desk, ApiOptions options, TimeProvider time)
{
    private const int LongestName = 120;

    public async Task<TenantRow> Get(string tenant, CancellationToken cancellation, string param = "tenant_id") =>
        await database.Tenants.AsNoTracking().SingleOrDefaultAsync(row => row.Id == tenant, cancellation)
        ?? throw Refusals.NotFound(param, $"There is no tenant '{tenant}'.", "tenant_not_found");

    /// <summary>A tenant as it is shown.</summary>
    public async Task<TenantObject> Show(TenantRow row, CancellationToken cancellation) => TenantObject.Of(row, await desk.Row(row.Id, cancellation));

    /// <summary>Another tenant, which is there for the operator alone.</summary>
    public async Task<TenantRow> GetForOperator(string caller, string tenant, CancellationToken cancellation) =>
        caller == options.OperatorTenant ? await Get(tenant, cancellation) : throw Refusals.NotFound("tenant_id", $"There is no tenant '{tenant}'.", "tenant_not_found");

    public async Task<(TenantRow Row, ApiKeyRow Key, string Secret)> Create(string caller, TenantCreate wanted, string keyId, CancellationToken cancellation)
    {
        if (caller != options.OperatorTenant)
        {
            throw Refusals.Operator();
        }

        if (!IdForm().IsMatch(wanted.Id))
        {
            throw Refusals.Invalid("id", "id must have 1 to 32 characters of a-z, 0-9 and '-'.");
        }

        if (wanted.Name is { } name && name.Trim().Length is 0 or > LongestName)
        {
            throw Refusals.Invalid("name", $"name must have 1 to {LongestName} characters.");
        }

        var known = await database.Tenants.SingleOrDefaultAsync(row => row.Id == wanted.Id, cancellation);
        if (known is not null && !await database.ApiKeys.AnyAsync(key => key.Id == keyId && key.TenantId == wanted.Id, cancellation)
            && await database.ApiKeys.AnyAsync(key => key.TenantId == wanted.Id, cancellation))
        {
            throw Refusals.Conflict("id", $"There is a tenant '{wanted.Id}' already.", "tenant_exists");
        }

        if (known is null)
        {
            database.Tenants.Add(known = new TenantRow { Id = wanted.Id, Name = wanted.Name?.Trim() ?? wanted.Id, CreatedAt = time.GetUtcNow() });
            await database.SaveChangesAsync(cancellation);
        }

        var (key, secret) = await keys.Issue(wanted.Id, keyId, new KeyTerms { Name = "first" }, cancellation);
        return (known, key, secret);
    }

    public async Task<TenantRow> Limit(string caller, string tenant, LimitsWish wish, CancellationToken cancellation)
    {
        await GetForOperator(caller, tenant, cancellation);
        Within("requests_per_minute", wish.RequestsPerMinute, 1, 1_000_000);
        Within("concurrent_requests", wish.ConcurrentRequests, 1, 1_000_000);
        Within("videos_per_day", wish.VideosPerDay, 0);
        Within("videos_per_month", wish.VideosPerMonth, 0);
        Within("seconds_per_month", wish.SecondsPerMonth, 0);
        Within("per_month_usd", wish.PerMonthUsd, 0);
        var limits = new TenantLimits
        {
            RequestsPerMinute = wish.RequestsPerMinute,
            ConcurrentRequests = wish.ConcurrentRequests,
            VideosPerDay = wish.VideosPerDay,
            VideosPerMonth = wish.VideosPerMonth,
            SecondsPerMonth = wish.SecondsPerMonth,
            MonthCap = wish.PerMonthUsd is { } dollars ? (long)decimal.Round(dollars * 1_000_000m) : null,
        };
        await desk.Limit(tenant, limits, cancellation);
        return await Get(tenant, cancellation);
    }

    private static void Within(string field, decimal? value, decimal least, decimal most = 1_000_000_000)
    {
        if (value < least || value > most)
        {
            throw Refusals.Invalid(field, string.Create(CultureInfo.InvariantCulture, $"{field} must be a number from {least} to {most:N0}."));
        }
    }

    [GeneratedRegex(@"\A[a-z0-9-]{1,32}\z")]
    private static partial Regex IdForm();
}
