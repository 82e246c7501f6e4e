namespace SoraFunctions.Media.Cuts;

/// <summary>What came of a cut.</summary>
/// <param name="Outputs">Names of the files that were written into the folder, each one of <see cref="Contract.Renders.OutputNames"/>.</param>
/// <param name="Warnings">What the caller should know: wishes not met and fallbacks taken, in plain words.</param>
public sealed record CutResult(IReadOnlyList<string> Outputs, IReadOnlyList<string> Warnings);
