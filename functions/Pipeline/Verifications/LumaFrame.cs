namespace SoraFunctions.Pipeline.Verifications;

/// <summary>A frame of a film as marks are looked for in it.</summary>
/// <param name="Width">Width in pixels.</param>
/// <param name="Height">Height in pixels.</param>
/// <param name="Seconds">When it is shown.</param>
/// <param name="Luma">One byte a pixel, rows from the top; valid until the next frame is asked for.</param>
public readonly record struct LumaFrame(int Width, int Height, double Seconds, ReadOnlyMemory<byte> Luma);
