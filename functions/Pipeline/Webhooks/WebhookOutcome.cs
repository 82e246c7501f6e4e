namespace SoraFunctions.Pipeline.Webhooks;

/// <summary>What came of an attempt, or of all of them.</summary>
/// <param name="Heard">It was answered with a status from 200 to 299.</param>
/// <param name="Final">No further attempt makes sense: it was heard, or no one is there to be told.</param>
/// <param name="Status">Status of the answer; 0 for none.</param>
public sealed record WebhookOutcome(bool Heard, bool Final, int Status);
