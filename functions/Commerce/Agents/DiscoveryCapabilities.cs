namespace SoraFunctions.Commerce.Agents;

/// <summary>What a seller can do.</summary>
public sealed record DiscoveryCapabilities
{
    /// <summary>Such as <c>checkout</c>.</summary>
    public required IReadOnlyList<string> Services { get; init; }

    /// <summary>What a buyer may be asked for.</summary>
    public required IReadOnlyList<string> InterventionTypes { get; init; }
}
