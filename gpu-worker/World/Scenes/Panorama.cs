namespace SoraFunctions.World.Scenes;

/// <summary>A picture of the whole surroundings in linear light: equirectangular, its middle towards -z, rows from straight up.</summary>
/// <param name="Width">Pixels across.</param>
/// <param name="Height">Pixels down.</param>
/// <param name="Rgb">Width * Height * 3 numbers of 0 or more.</param>
public sealed record Panorama(int Width, int Height, float[] Rgb)
{
    /// <summary>Turn about the vertical in radians.</summary>
    public float Turn { get; init; }

    /// <summary>Factor of its light.</summary>
    public float Brightness { get; init; } = 1;

    /// <summary>Whether the camera sees it; otherwise it only lights and is mirrored.</summary>
    public bool Shown { get; init; }
}
