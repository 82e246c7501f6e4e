namespace SoraFunctions.Pipeline.Outbound;

/// <summary>How the service calls addresses that its callers name.</summary>
public sealed record OutboundOptions
{
    /// <summary>Whether private addresses may be called: for tests and closed networks only.</summary>
    public bool AllowLocalNetwork { get; init; }

    /// <summary>How long one call may last in all.</summary>
    public TimeSpan Timeout { get; init; } = TimeSpan.FromSeconds(10);
}
