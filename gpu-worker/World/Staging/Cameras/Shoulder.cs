using System.Numerics;

namespace SoraFunctions.World.Staging.Cameras;

/// <summary>
/// How a camera moves on a shoulder: breath and balance as a few slow sines whose periods share no beat. Both give parts of about -1 to 1.
/// </summary>
internal static class Shoulder
{
    /// <summary>How the head wanders, right and up.</summary>
    public static Vector2 Sway(double seconds) => new(
        Mixed(seconds, 0.31, 0.73, 1.37, 0.4),
        Mixed(seconds, 0.27, 0.61, 1.19, 2.1));

    /// <summary>How the body shifts, right and up.</summary>
    public static Vector2 Step(double seconds) => new(
        Mixed(seconds, 0.19, 0.47, 0.83, 1.3),
        Mixed(seconds, 0.23, 0.53, 0.97, 0.2));

    private static float Mixed(double seconds, double slow, double middle, double quick, double phase) => (float)(
        (0.6 * Math.Sin((Math.Tau * slow * seconds) + phase)) +
        (0.3 * Math.Sin((Math.Tau * middle * seconds) + (2 * phase))) +
        (0.1 * Math.Sin((Math.Tau * quick * seconds) + (3 * phase))));
}
