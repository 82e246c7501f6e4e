namespace SoraFunctions.Api.Tenants;

/// <summary>A brand kit on the wire; logo and font by the SHA-256 of their bytes.</summary>
internal sealed record TenantBrandObject(string Name, string? PrimaryColour, string? AccentColour, string? Logo, string? Font);
