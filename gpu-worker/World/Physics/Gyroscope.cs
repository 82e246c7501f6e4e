namespace SoraFunctions.World.Physics;

/// <summary>
/// Free rotation of a body whose moments of inertia differ: the implicit midpoint rule on the angular momentum in the body's space, which
/// keeps its length and the energy exactly (Austin, Krishnaprasad and Wang, "Almost Poisson integration of rigid body systems", 1993).
/// </summary>
internal static class Gyroscope
{
    private const int MostRounds = 40;

    /// <summary>The angular velocity that a step of free rotation turns with, in the body's space.</summary>
    /// <param name="spin">Angular velocity at the beginning of the step, in the body's space.</param>
    /// <param name="inertia">In the body's space.</param>
    /// <param name="inverse">Its inverse.</param>
    /// <param name="step">In seconds.</param>
    public static Vector3d Mean(Vector3d spin, Symmetric3 inertia, Symmetric3 inverse, double step)
    {
        var momentum = inertia * spin;
        var mean = spin;
        for (var round = 0; round < MostRounds; round++)
        {
            var next = inverse * ((momentum + Vector3d.Turned(momentum, mean, -step)) * 0.5);
            var change = (next - mean).LengthSquared;
            mean = next;
            if (change <= 1e-30 * spin.LengthSquared)
            {
                break;
            }
        }

        return mean;
    }
}
