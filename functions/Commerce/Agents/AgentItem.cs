namespace SoraFunctions.Commerce.Agents;

/// <summary>What is bought.</summary>
public sealed record AgentItem
{
    /// <summary>Of the feed.</summary>
    public required string Id { get; init; }

    /// <summary>What it is called.</summary>
    public string? Name { get; init; }

    /// <summary>What one costs, smallest coins.</summary>
    public long? UnitAmount { get; init; }
}
