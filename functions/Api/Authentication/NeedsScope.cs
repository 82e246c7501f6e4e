namespace SoraFunctions.Api.Authentication;

/// <summary>Marks an endpoint with the scopes of which a key needs one; <see cref="Scope.Admin"/> is enough everywhere.</summary>
/// <param name="Any">One or more scopes.</param>
internal sealed record NeedsScope(Scope Any);
