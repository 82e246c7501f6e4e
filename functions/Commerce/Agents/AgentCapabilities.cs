namespace SoraFunctions.Commerce.Agents;

/// <summary>What a seller can do in a checkout.</summary>
public sealed record AgentCapabilities
{
    /// <summary>How it may be paid.</summary>
    public AgentPayment? Payment { get; init; }

    /// <summary>What a buyer may be asked for; null for nothing.</summary>
    public AgentInterventions? Interventions { get; init; }
}
