namespace SoraFunctions.Commerce.Ucp;

/// <summary>Something that can be done.</summary>
public sealed record UcpCapability
{
    /// <summary>Its release.</summary>
    public string Version { get; init; } = UcpProtocol.Version;

    /// <summary>Where it is described; null in answers.</summary>
    public string? Spec { get; init; }

    /// <summary>Where it is described for machines; null in answers.</summary>
    public string? Schema { get; init; }
}
