namespace SoraFunctions.Pipeline.Labels;

/// <summary>Under what terms a copy without words in the picture may be handed over to who has accepted the duty to label it.</summary>
/// <param name="MonthsKept">How long the record of it is kept, 1 to 240 months.</param>
public sealed record CleanCopyRule(int MonthsKept);
