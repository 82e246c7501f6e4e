namespace SoraFunctions.Local.Durable;

/// <summary>How one run of an activity ended.</summary>
/// <param name="Outcome">Its output or its error.</param>
/// <param name="IsFinal">Whether trying again is pointless.</param>
internal sealed record ActivityResult(StepOutcome Outcome, bool IsFinal);
