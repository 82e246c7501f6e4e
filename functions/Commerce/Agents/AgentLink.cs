namespace SoraFunctions.Commerce.Agents;

/// <summary>A page of the seller.</summary>
public sealed record AgentLink
{
    /// <summary>Such as <c>terms_of_use</c>.</summary>
    public required string Type { get; init; }

    /// <summary>Where it is.</summary>
    public required string Url { get; init; }
}
