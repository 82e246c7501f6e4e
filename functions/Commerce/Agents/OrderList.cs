namespace SoraFunctions.Commerce.Agents;

/// <summary>Orders that a seller has to carry out.</summary>
public sealed record OrderList
{
    /// <summary>Always <c>list</c>.</summary>
    public string Object { get; init; } = "list";

    /// <summary>The checkouts that they came of, the newest first.</summary>
    public required IReadOnlyList<AgentSession> Data { get; init; }
}
