using SoraFunctions.World.Scenes;

namespace SoraFunctions.World;

/// <summary>Models that make more of merchants' pictures than the engine does by itself. None is needed.</summary>
public sealed record PictureAids
{
    /// <summary>The engine by itself.</summary>
    public static PictureAids None { get; } = new();

    /// <summary>Names the models and their versions; part of the engine's version, for frames depend on them. Empty for none.</summary>
    public string Version { get; init; } = "";

    /// <summary>
    /// Finds the product in a picture without clear parts: its alpha, one byte a pixel, rows from the top; null where it finds none. Null
    /// for the engine's own way, which wants a plain background.
    /// </summary>
    public Func<Texture, CancellationToken, byte[]?>? CutOut { get; init; }

    /// <summary>Enlarges a small picture for <see cref="Contract.Renders.Quality.Final"/>, with its alpha; null leaves it as it is.</summary>
    public Func<Texture, CancellationToken, Texture>? Enlarge { get; init; }
}
