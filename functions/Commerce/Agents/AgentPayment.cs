namespace SoraFunctions.Commerce.Agents;

/// <summary>How it may be paid.</summary>
public sealed record AgentPayment
{
    /// <summary>The ways.</summary>
    public required IReadOnlyList<AgentHandler> Handlers { get; init; }
}
