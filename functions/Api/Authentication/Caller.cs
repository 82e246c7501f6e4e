namespace SoraFunctions.Api.Authentication;

/// <summary>Who calls; a feature of every request that showed a key.</summary>
/// <param name="Tenant">Whose key it is.</param>
/// <param name="KeyId">Which key.</param>
internal sealed record Caller(string Tenant, string KeyId);
