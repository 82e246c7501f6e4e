namespace SoraFunctions.Contract.Clips;

/// <summary>A box on screen at an instant, in fractions of the frame from the top left corner.</summary>
/// <param name="Time">Seconds since the clip's first frame.</param>
/// <param name="Left">Left edge, 0 to 1.</param>
/// <param name="Top">Top edge, 0 to 1.</param>
/// <param name="Right">Right edge, 0 to 1.</param>
/// <param name="Bottom">Bottom edge, 0 to 1.</param>
public sealed record ScreenBox(double Time, double Left, double Top, double Right, double Bottom);
