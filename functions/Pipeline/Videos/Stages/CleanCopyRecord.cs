namespace SoraFunctions.Pipeline.Videos.Stages;

/// <summary>What is written down of a copy without words in the picture.</summary>
/// <param name="Markets">For which markets.</param>
/// <param name="MonthsKept">How long the record is kept.</param>
public sealed record CleanCopyRecord(IReadOnlyList<string> Markets, int MonthsKept);
