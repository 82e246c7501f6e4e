namespace SoraFunctions.Commerce.Agents;

/// <summary>A cart as the Agentic Commerce Protocol shows it (2026-04-17): what somebody thinks of buying, and what it would come to.</summary>
public sealed record AgentCart
{
    /// <summary>Of the cart.</summary>
    public required string Id { get; init; }

    /// <summary>What is in it.</summary>
    public required IReadOnlyList<AgentLine> LineItems { get; init; }

    /// <summary>Who may buy.</summary>
    public AgentBuyer? Buyer { get; init; }

    /// <summary>ISO 4217 code in lower case.</summary>
    public required string Currency { get; init; }

    /// <summary>What it would come to, before it is sent.</summary>
    public required IReadOnlyList<AgentTotal> Totals { get; init; }

    /// <summary>What there is to know.</summary>
    public required IReadOnlyList<AgentMessage> Messages { get; init; }

    /// <summary>Until when it is kept.</summary>
    public required DateTimeOffset ExpiresAt { get; init; }
}
