namespace SoraFunctions.Commerce.Agents;

/// <summary>The protocol that is spoken.</summary>
public sealed record DiscoveryProtocol
{
    /// <summary>Always <c>acp</c>.</summary>
    public string Name { get; init; } = "acp";

    /// <summary>The newest version.</summary>
    public string Version { get; init; } = "2026-04-17";

    /// <summary>All versions.</summary>
    public IReadOnlyList<string> SupportedVersions { get; init; } = ["2026-04-17"];
}
