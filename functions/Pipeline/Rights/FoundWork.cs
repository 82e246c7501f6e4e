namespace SoraFunctions.Pipeline.Rights;

/// <summary>A work that a text names.</summary>
/// <param name="Work">Which.</param>
/// <param name="Field">Where, such as <c>prompt</c>.</param>
public sealed record FoundWork(RegisteredWork Work, string Field);
