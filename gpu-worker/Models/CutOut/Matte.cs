namespace SoraFunctions.Models.CutOut;

/// <summary>How much of each pixel belongs to what is cut out.</summary>
/// <param name="Width">Pixels across, as of the picture.</param>
/// <param name="Height">Pixels down, as of the picture.</param>
/// <param name="Alpha">One byte a pixel in rows from the top: 0 for the ground, 255 for the subject.</param>
public sealed record Matte(int Width, int Height, byte[] Alpha);
