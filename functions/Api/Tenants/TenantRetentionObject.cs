namespace SoraFunctions.Api.Tenants;

/// <summary>How long things are kept, on the wire; while there is a reason to hold, nothing is removed.</summary>
internal sealed record TenantRetentionObject(int? VideoDays, int? InputDays, string? Hold);
