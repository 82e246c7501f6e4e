namespace SoraFunctions.Commerce.Agents;

/// <summary>What a seller can do in a checkout.</summary>
public sealed record AgentCapabilities
{
    /// <summary>How it may be paid.</summary>
    public AgentPayment? Payment { get; init; }
}
