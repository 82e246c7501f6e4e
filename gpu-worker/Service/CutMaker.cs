using SoraFunctions.Contract.Renders;

namespace SoraFunctions.Service;

/// <summary>
/// Makes a cut: files named as in <see cref="OutputNames"/> in a folder. Fails with <see cref="InvalidDataException"/> when the
/// order or an asset can't be cut, however often it is tried.
/// </summary>
/// <param name="order">The cut.</param>
/// <param name="assetPath">Path of the file that holds the asset of a SHA-256.</param>
/// <param name="folder">An existing empty folder for the outputs.</param>
/// <param name="progress">Told the done part, 0 to 1.</param>
/// <param name="cancellation">Gives the cut up.</param>
/// <returns>What the caller should know, in plain words.</returns>
public delegate Task<IReadOnlyList<string>> CutMaker(
    CutOrder order,
    Func<string, string> assetPath,
    string folder,
    IProgress<double> progress,
    CancellationToken cancellation);
