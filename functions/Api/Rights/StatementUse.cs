namespace SoraFunctions.Api.Rights;

/// <summary>A video that was signed under a grant.</summary>
internal sealed record StatementUse(string Grant, string Tenant, string VideoId, IReadOnlyList<string> Works, int ShareBasisPoints, long SignedAt);
