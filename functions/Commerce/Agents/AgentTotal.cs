namespace SoraFunctions.Commerce.Agents;

/// <summary>An amount of a line or of the whole.</summary>
public sealed record AgentTotal
{
    /// <summary>What it is, such as <c>total</c>.</summary>
    public required string Type { get; init; }

    /// <summary>What buyers read.</summary>
    public required string DisplayText { get; init; }

    /// <summary>Smallest coins.</summary>
    public required long Amount { get; init; }
}
