namespace SoraFunctions.Contract;

/// <summary>An engine that a worker has installed.</summary>
/// <param name="Name">What orders call it by.</param>
/// <param name="Version">Changes whenever the same order would give other frames.</param>
public sealed record EngineInfo(string Name, string Version)
{
    /// <summary>What it can do; null where only its identity is kept.</summary>
    public EngineAbilities? Abilities { get; init; }
}
