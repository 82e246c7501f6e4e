namespace SoraFunctions.Commerce.Agents;

/// <summary>An error of the Agentic Commerce Protocol.</summary>
public sealed record AgentError
{
    /// <summary><c>invalid_request</c>, <c>processing_error</c> or <c>service_unavailable</c>.</summary>
    public required string Type { get; init; }

    /// <summary>A stable word.</summary>
    public required string Code { get; init; }

    /// <summary>A sentence.</summary>
    public required string Message { get; init; }

    /// <summary>Where it is, as a JSONPath.</summary>
    public string? Param { get; init; }

    /// <summary>With faults of the version: what is spoken.</summary>
    public IReadOnlyList<string>? SupportedVersions { get; init; }
}
