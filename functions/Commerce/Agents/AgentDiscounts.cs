namespace SoraFunctions.Commerce.Agents;

/// <summary>The codes of a checkout and what came of them.</summary>
/// <param name="Codes">As they were sent.</param>
/// <param name="Applied">What was taken off.</param>
/// <param name="Rejected">What could not be.</param>
public sealed record AgentDiscounts(IReadOnlyList<string> Codes, IReadOnlyList<AgentDiscount> Applied, IReadOnlyList<AgentRejection> Rejected);
