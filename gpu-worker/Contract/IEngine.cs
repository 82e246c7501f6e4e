using SoraFunctions.Contract.Renders;

namespace SoraFunctions.Contract;

/// <summary>What renders shots. Equal orders give equal clips as long as <see cref="Version"/> stays the same.</summary>
public interface IEngine
{
    /// <summary>The word that <see cref="ShotOrder.Engine"/> picks it by, such as <c>world</c>.</summary>
    string Name { get; }

    /// <summary>Changes whenever the same order would give other frames; part of the key of every job.</summary>
    string Version { get; }

    /// <summary>What it can do now; may change while the process runs, as when a device is lost.</summary>
    EngineAbilities Abilities { get; }

    /// <summary>
    /// Renders one shot into <see cref="OutputNames.Clip"/> and <see cref="OutputNames.Log"/>. Fails with
    /// <see cref="InvalidDataException"/> when the order or an asset can't be rendered, however often it is tried.
    /// </summary>
    /// <param name="order">The shot.</param>
    /// <param name="assetPath">Path of the file that holds the asset of a SHA-256; all that the order names are there.</param>
    /// <param name="folder">An existing empty folder for the outputs and whatever else is needed on the way.</param>
    /// <param name="progress">Told the done part, 0 to 1, now and then.</param>
    /// <param name="cancellation">Gives the shot up.</param>
    Task Render(
        ShotOrder order,
        Func<string, string> assetPath,
        string folder,
        IProgress<double> progress,
        CancellationToken cancellation);
}
