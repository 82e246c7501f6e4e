namespace SoraFunctions.Local.Durable;

/// <summary>One write to the history.</summary>
/// <param name="Kind">What it is about.</param>
/// <param name="Instance">Which instance.</param>
/// <param name="Number">Which call; 0 for none.</param>
/// <param name="Apply">Makes the change; called again when the transaction that it was in has failed.</param>
/// <param name="Committed">Called once it is on the disk, in the order of the writes; must be quick.</param>
/// <param name="Refused">
/// Called when it could not be stored and its caller has to be told; null for a write that is tried until it succeeds.
/// </param>
internal sealed record HistoryWrite(
    WriteKind Kind, string Instance, int Number, Action<HistoryTables> Apply, Action Committed, Action<Exception>? Refused = null);
