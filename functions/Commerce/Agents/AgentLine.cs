namespace SoraFunctions.Commerce.Agents;

/// <summary>A line of a checkout.</summary>
public sealed record AgentLine
{
    /// <summary>Of the line.</summary>
    public required string Id { get; init; }

    /// <summary>What is bought.</summary>
    public required AgentItem Item { get; init; }

    /// <summary>How many.</summary>
    public required int Quantity { get; init; }

    /// <summary>What it is called.</summary>
    public string? Name { get; init; }

    /// <summary>Pictures of it.</summary>
    public IReadOnlyList<string>? Images { get; init; }

    /// <summary>What one costs, smallest coins.</summary>
    public long? UnitAmount { get; init; }

    /// <summary>What the line comes to.</summary>
    public required IReadOnlyList<AgentTotal> Totals { get; init; }
}
