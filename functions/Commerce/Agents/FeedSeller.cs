namespace SoraFunctions.Commerce.Agents;

/// <summary>Who sells.</summary>
public sealed record FeedSeller
{
    /// <summary>What the seller is called.</summary>
    public string? Name { get; init; }

    /// <summary>Pages of the seller.</summary>
    public IReadOnlyList<AgentLink>? Links { get; init; }
}
