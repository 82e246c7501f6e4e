namespace SoraFunctions.Commerce.Agents;

/// <summary>A way to have it sent.</summary>
public sealed record AgentShipping
{
    /// <summary>Always <c>shipping</c>.</summary>
    public string Type { get; init; } = "shipping";

    /// <summary>Of the option.</summary>
    public required string Id { get; init; }

    /// <summary>What buyers read.</summary>
    public required string Title { get; init; }

    /// <summary>What it costs.</summary>
    public required IReadOnlyList<AgentTotal> Totals { get; init; }
}
