namespace SoraFunctions.Commerce.Agents;

/// <summary>What <c>/.well-known/acp.json</c> holds.</summary>
public sealed record DiscoveryDocument
{
    /// <summary>The protocol that is spoken.</summary>
    public DiscoveryProtocol Protocol { get; init; } = new();

    /// <summary>What paths are added to.</summary>
    public required string ApiBaseUrl { get; init; }

    /// <summary>How it is spoken.</summary>
    public IReadOnlyList<string> Transports { get; init; } = ["rest"];

    /// <summary>What the seller can do.</summary>
    public required DiscoveryCapabilities Capabilities { get; init; }
}
