using SoraFunctions.Contract.Renders;

namespace SoraFunctions.Service;

/// <summary>
/// Looks into a video. Fails with <see cref="InvalidDataException"/> when the asset is none, however often it is tried.
/// </summary>
/// <param name="order">Which video.</param>
/// <param name="assetPath">Path of the file that holds the asset of a SHA-256.</param>
/// <param name="cancellation">Gives the work up.</param>
public delegate Task<ClipAnalysis> Analyst(AnalysisOrder order, Func<string, string> assetPath, CancellationToken cancellation);
