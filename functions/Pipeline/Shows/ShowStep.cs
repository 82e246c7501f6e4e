namespace SoraFunctions.Pipeline.Shows;

/// <summary>How far a show is.</summary>
/// <param name="Ended">Whether it is over.</param>
/// <param name="Pause">When to look again.</param>
public sealed record ShowStep(bool Ended, TimeSpan Pause = default);
