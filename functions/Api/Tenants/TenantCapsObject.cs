namespace SoraFunctions.Api.Tenants;

/// <summary>Spend caps on the wire.</summary>
internal sealed record TenantCapsObject(decimal? PerDayUsd, decimal? PerMonthUsd);
