namespace SoraFunctions.Commerce.Agents;

/// <summary>The version that is spoken.</summary>
public sealed record AgentProtocol
{
    /// <summary>A date.</summary>
    public string Version { get; init; } = "2026-04-17";
}
