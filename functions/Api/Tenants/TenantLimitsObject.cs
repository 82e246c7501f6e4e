using SoraFunctions.Pipeline.Tenants;

namespace SoraFunctions.Api.Tenants;

/// <summary>What the operator lets a tenant have, on the wire; null for the deployment's.</summary>
internal sealed record TenantLimitsObject(
    int? RequestsPerMinute, int? ConcurrentRequests, int? VideosPerDay, int? VideosPerMonth, long? SecondsPerMonth, decimal? PerMonthUsd)
{
    public static TenantLimitsObject Of(TenantLimits limits) => new(
        limits.RequestsPerMinute, limits.ConcurrentRequests, limits.VideosPerDay, limits.VideosPerMonth, limits.SecondsPerMonth, limits.MonthCap / 1_000_000m);
}
