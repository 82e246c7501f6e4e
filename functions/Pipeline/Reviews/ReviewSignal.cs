namespace SoraFunctions.Pipeline.Reviews;

/// <summary>Tells a waiting orchestration that a review was decided. What was decided stands in its row.</summary>
/// <param name="Id">Which review.</param>
public sealed record ReviewSignal(string Id);
