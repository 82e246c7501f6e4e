namespace SoraFunctions.Commerce.Ucp;

/// <summary>How a service is reached.</summary>
public sealed record UcpService
{
    /// <summary>Its release.</summary>
    public string Version { get; init; } = UcpProtocol.Version;

    /// <summary>Such as <c>rest</c>.</summary>
    public required string Transport { get; init; }

    /// <summary>What the paths of calls are added to.</summary>
    public required string Endpoint { get; init; }

    /// <summary>Where it is described.</summary>
    public required string Spec { get; init; }

    /// <summary>Where its calls are described for machines.</summary>
    public required string Schema { get; init; }
}
