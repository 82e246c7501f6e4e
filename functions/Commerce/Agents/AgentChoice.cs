namespace SoraFunctions.Commerce.Agents;

/// <summary>The way that was chosen.</summary>
public sealed record AgentChoice
{
    /// <summary>Always <c>shipping</c>.</summary>
    public string Type { get; init; } = "shipping";

    /// <summary>Of the option.</summary>
    public required string OptionId { get; init; }

    /// <summary>For which items.</summary>
    public required IReadOnlyList<string> ItemIds { get; init; }
}
