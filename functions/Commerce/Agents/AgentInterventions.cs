namespace SoraFunctions.Commerce.Agents;

/// <summary>What a buyer may be asked for, that agent and seller both can do.</summary>
/// <param name="Supported">Such as <c>3ds</c>.</param>
public sealed record AgentInterventions(IReadOnlyList<string> Supported);
