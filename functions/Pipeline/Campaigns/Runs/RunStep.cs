namespace SoraFunctions.Pipeline.Campaigns.Runs;

/// <summary>How far a run is.</summary>
/// <param name="Ended">Whether there is nothing left to do.</param>
/// <param name="Pause">When to look again; null for at once.</param>
public sealed record RunStep(bool Ended, TimeSpan? Pause = null);
