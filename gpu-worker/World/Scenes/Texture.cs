namespace SoraFunctions.World.Scenes;

/// <summary>A picture: sRGB with straight alpha, 4 bytes a pixel (R, G, B, A), rows from the top.</summary>
/// <param name="Width">Pixels across.</param>
/// <param name="Height">Pixels down.</param>
/// <param name="Rgba">Width * Height * 4 bytes.</param>
public sealed record Texture(int Width, int Height, byte[] Rgba)
{
    /// <summary>Whether its numbers are measures (normals, roughness) instead of sRGB colours.</summary>
    public bool IsData { get; init; }

    /// <summary>What lies outside of it.</summary>
    public Tiling Across { get; init; } = Tiling.Repeat;

    /// <summary>What lies above and below it.</summary>
    public Tiling Down { get; init; } = Tiling.Repeat;
}
