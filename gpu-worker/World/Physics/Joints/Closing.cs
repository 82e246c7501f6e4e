namespace SoraFunctions.World.Physics.Joints;

/// <summary>
/// How a joint that is apart comes together: at a limited speed, and without the impulses of the last step, which pulled another way.
/// A joint that takes hold while its bodies move, or that others keep from fitting, so draws them together instead of tearing at them.
/// </summary>
internal static class Closing
{
    /// <summary>Metres a second at most.</summary>
    public const double Speed = 1.5;

    /// <summary>Radians a second at most.</summary>
    public const double Turning = 12;

    // Errors of metres or radians up to which the last impulses are fully trusted, and from which not at all.
    private const double Fit = 0.0002;
    private const double Apart = 0.002;

    /// <summary>What may be left of an error at the end of a step.</summary>
    /// <param name="error">At its beginning.</param>
    /// <param name="most">How much of it may go.</param>
    public static Vector3d Left(Vector3d error, double most)
    {
        var square = error.LengthSquared;
        return square <= most * most ? default : error * (1 - (most / Math.Sqrt(square)));
    }

    /// <summary>Part of the impulses of the last step that the next begins with.</summary>
    public static double Trust(Vector3d error) => Math.Clamp((Apart - error.Length) / (Apart - Fit), 0, 1);
}
