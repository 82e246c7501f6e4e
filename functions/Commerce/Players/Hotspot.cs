namespace SoraFunctions.Commerce.Players;

/// <summary>Where a product can be pressed at an instant, in fractions of the frame from the top left corner.</summary>
/// <param name="Time">Seconds since the beginning of the video.</param>
/// <param name="Left">Left edge, 0 to 1.</param>
/// <param name="Top">Top edge, 0 to 1.</param>
/// <param name="Right">Right edge, 0 to 1, more than the left one.</param>
/// <param name="Bottom">Bottom edge, 0 to 1, more than the top one.</param>
public sealed record Hotspot(double Time, double Left, double Top, double Right, double Bottom);
