namespace SoraFunctions.Commerce.Ucp;

/// <summary>What the protocol tells of itself in a profile and in every answer.</summary>
public sealed record UcpMetadata
{
    /// <summary>The release that is spoken.</summary>
    public string Version { get; init; } = UcpProtocol.Version;

    /// <summary><c>success</c> or <c>error</c>; null in a profile.</summary>
    public string? Status { get; init; }

    /// <summary>How services are reached; in a profile alone.</summary>
    public IReadOnlyDictionary<string, IReadOnlyList<UcpService>>? Services { get; init; }

    /// <summary>What can be done, or what an answer made use of.</summary>
    public required IReadOnlyDictionary<string, IReadOnlyList<UcpCapability>> Capabilities { get; init; }

    /// <summary>How payments are taken; in a profile alone.</summary>
    public IReadOnlyDictionary<string, IReadOnlyList<UcpCapability>>? PaymentHandlers { get; init; }
}
