namespace SoraFunctions.Media.Films;

/// <summary>The picture track of a video file.</summary>
/// <param name="Codec">Such as <c>h264</c>.</param>
/// <param name="Profile">Such as <c>High</c>.</param>
/// <param name="PixelFormat">Such as <c>yuv420p</c>.</param>
/// <param name="Width">Pixels across.</param>
/// <param name="Height">Pixels down.</param>
/// <param name="Rate">Nominal frames a second as a fraction, such as <c>30/1</c>.</param>
/// <param name="AverageRate">Measured frames a second as a fraction; equal to <paramref name="Rate"/> when the rate is constant.</param>
/// <param name="Frames">Number of frames.</param>
/// <param name="Start">Time of the first frame in seconds.</param>
/// <param name="Seconds">Length.</param>
/// <param name="Colours">Matrix, primaries, transfer and range, such as <c>bt709 bt709 bt709 tv</c>.</param>
public sealed record ProbedPicture(
    string Codec,
    string Profile,
    string PixelFormat,
    int Width,
    int Height,
    string Rate,
    string AverageRate,
    int Frames,
    double Start,
    double Seconds,
    string Colours);
