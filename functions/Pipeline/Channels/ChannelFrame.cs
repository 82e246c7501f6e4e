namespace SoraFunctions.Pipeline.Channels;

/// <summary>The raster of a channel.</summary>
/// <param name="Width">Pixels across, even.</param>
/// <param name="Height">Pixels down, even.</param>
/// <param name="Rate">Frames a second.</param>
public sealed record ChannelFrame(int Width, int Height, int Rate);
