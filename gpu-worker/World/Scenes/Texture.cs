namespace SoraFunctions.World.Scenes;

/// <summary>A picture: sRGB with straight alpha, 4 bytes a pixel (R, G, B, A), rows from the top.</summary>
/// <param name="Width">Pixels across.</param>
/// <param name="Height">Pixels down.</param>
/// <param name="Rgba">Width * Height * 4 bytes.</param>
public sealed record Texture(int Width, int Height, byte[] Rgba);
