namespace SoraFunctions.Commerce.Agents;

/// <summary>An order.</summary>
public sealed record AgentOrder
{
    /// <summary>Always <c>order</c>.</summary>
    public string Type { get; init; } = "order";

    /// <summary>Of the order.</summary>
    public required string Id { get; init; }

    /// <summary>The checkout that it came of.</summary>
    public required string CheckoutSessionId { get; init; }

    /// <summary>Where the buyer sees it.</summary>
    public required string PermalinkUrl { get; init; }

    /// <summary>Such as <c>confirmed</c>.</summary>
    public required string Status { get; init; }
}
