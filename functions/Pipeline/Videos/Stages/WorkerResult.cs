using SoraFunctions.Contract.Renders;
using SoraFunctions.Pipeline.Storage;

namespace SoraFunctions.Pipeline.Videos.Stages;

/// <summary>What a worker made.</summary>
/// <param name="Files">By the names of <see cref="Contract.Renders.OutputNames"/>.</param>
/// <param name="Warnings">What the caller should know.</param>
public sealed record WorkerResult(IReadOnlyDictionary<string, BlobRef> Files, IReadOnlyList<string> Warnings)
{
    /// <summary>What it took the worker; null for one that does not say.</summary>
    public WorkDone? Took { get; init; }
}
