namespace SoraFunctions.Api.Tenants;

/// <summary>What members may order, on the wire.</summary>
internal sealed record TenantPolicyObject(IReadOnlyList<string>? Engines, int? MostSeconds);
