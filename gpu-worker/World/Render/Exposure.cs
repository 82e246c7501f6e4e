namespace SoraFunctions.World.Render;

/// <summary>One exposure of the film: when the shutter is open, and through which part of the lens light comes.</summary>
/// <param name="Open">When the shutter opens: 0 at the frame before, 1 at this frame.</param>
/// <param name="Close">When it closes, likewise.</param>
/// <param name="LensX">Middle of the part of the lens, on the unit disc.</param>
/// <param name="LensY">Middle of the part of the lens, on the unit disc.</param>
/// <param name="Iris">Radius of that part, 1 for the whole lens.</param>
/// <param name="X">Shift of the picture in pixels.</param>
/// <param name="Y">Shift of the picture in pixels.</param>
/// <param name="Number">Which of the exposures of a frame it is: each takes other samples of the light.</param>
internal readonly record struct Exposure(float Open, float Close, float LensX, float LensY, float Iris, float X, float Y, int Number)
{
    /// <summary>The whole lens, the shutter open for the second half of the time from frame to frame (180 degrees).</summary>
    public static readonly Exposure Whole = new(0.5f, 1, 0, 0, 1, 0, 0, 0);

    /// <summary>The instant that geometry is taken at.</summary>
    public float Middle => (Open + Close) / 2;
}
