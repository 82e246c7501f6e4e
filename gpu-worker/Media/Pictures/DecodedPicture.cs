namespace SoraFunctions.Media.Pictures;

/// <summary>A picture in memory, upright.</summary>
/// <param name="Width">Pixels across.</param>
/// <param name="Height">Pixels down.</param>
/// <param name="Rgba">Four bytes a pixel in rows from the top: sRGB red, green, blue, and straight (not premultiplied) alpha.</param>
public sealed record DecodedPicture(int Width, int Height, byte[] Rgba);
