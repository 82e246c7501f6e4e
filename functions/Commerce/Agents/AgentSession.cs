namespace SoraFunctions.Commerce.Agents;

/// <summary>A checkout as the Agentic Commerce Protocol shows it (2026-04-17).</summary>
public sealed record AgentSession
{
    /// <summary>Of the checkout.</summary>
    public required string Id { get; init; }

    /// <summary>The version that is spoken.</summary>
    public AgentProtocol Protocol { get; init; } = new();

    /// <summary>Where it stands.</summary>
    public required string Status { get; init; }

    /// <summary>ISO 4217 code in lower case.</summary>
    public required string Currency { get; init; }

    /// <summary>Who buys.</summary>
    public AgentBuyer? Buyer { get; init; }

    /// <summary>To whom it is sent.</summary>
    public AgentFulfillment? FulfillmentDetails { get; init; }

    /// <summary>What is bought.</summary>
    public required IReadOnlyList<AgentLine> LineItems { get; init; }

    /// <summary>How it may be sent.</summary>
    public required IReadOnlyList<AgentShipping> FulfillmentOptions { get; init; }

    /// <summary>How it is sent.</summary>
    public IReadOnlyList<AgentChoice>? SelectedFulfillmentOptions { get; init; }

    /// <summary>What it comes to.</summary>
    public required IReadOnlyList<AgentTotal> Totals { get; init; }

    /// <summary>Its discount codes; null for none.</summary>
    public AgentDiscounts? Discounts { get; init; }

    /// <summary>What the agent needs to have the buyer authenticated; null where that is not asked for.</summary>
    public AuthenticationMetadata? AuthenticationMetadata { get; init; }

    /// <summary>What there is to know.</summary>
    public required IReadOnlyList<AgentMessage> Messages { get; init; }

    /// <summary>Pages of the seller.</summary>
    public required IReadOnlyList<AgentLink> Links { get; init; }

    /// <summary>What both can do.</summary>
    public required AgentCapabilities Capabilities { get; init; }

    /// <summary>Since when.</summary>
    public DateTimeOffset? CreatedAt { get; init; }

    /// <summary>When it last changed.</summary>
    public DateTimeOffset? UpdatedAt { get; init; }

    /// <summary>Until when it may be completed.</summary>
    public DateTimeOffset? ExpiresAt { get; init; }

    /// <summary>What came of it.</summary>
    public AgentOrder? Order { get; init; }
}
