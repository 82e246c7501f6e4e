namespace SoraFunctions.Api.Rights;

/// <summary>What is due for the orders that a video led to, in one currency.</summary>
internal sealed record StatementEarning(
    string Grant, string Tenant, string VideoId, IReadOnlyList<string> Works, int ShareBasisPoints, int Orders, string Revenue, string Due, string Currency);
