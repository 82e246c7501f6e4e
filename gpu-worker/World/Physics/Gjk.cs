namespace SoraFunctions.World.Physics;

/// <summary>
/// Distance of two convex cores: Gilbert, Johnson and Keerthi (1988), with the closest point of the simplex by Voronoi regions
/// (Ericson, "Real-Time Collision Detection", 2005).
/// </summary>
internal static class Gjk
{
    private const int MostSteps = 32;

    /// <summary>The closest points of two cores in the world; false when the cores overlap.</summary>
    /// <param name="a">The one.</param>
    /// <param name="b">The other.</param>
    /// <param name="towards">A guess of the direction from the one to the other; 0 for none.</param>
    /// <param name="enough">Distance beyond which the points need only show that the cores are farther apart than this.</param>
    /// <param name="onA">On the core of the one.</param>
    /// <param name="onB">On the core of the other.</param>
    public static bool Closest(in Placement a, in Placement b, Vector3d towards, double enough, out Vector3d onA, out Vector3d onB)
    {
        Span<Corner> simplex = stackalloc Corner[4];
        simplex[0] = Corner.Of(a, b, towards == default ? b.Position - a.Position : towards);
        var count = 1;
        var weights = new Weights(1, 0, 0, 0);
        var closest = simplex[0].Difference;
        for (var step = 0; step < MostSteps; step++)
        {
            var distance = closest.LengthSquared;
            if (distance < 1e-18)
            {
                onA = onB = default;
                return false;
            }

            var next = Corner.Of(a, b, -closest);
            var apart = Vector3d.Dot(closest, next.Difference);
            if (apart > 0 && apart * apart > enough * enough * distance)
            {
                (onA, onB) = (default, closest * (-apart / distance));
                return true;
            }

            if (distance - apart < 1e-10 * distance)
            {
                break;
            }

            simplex[count++] = next;
            var moved = Simplex.Closest(simplex, ref count, out weights);
            if (count == 4)
            {
                onA = onB = default;
                return false;
            }

            if (moved.LengthSquared >= distance)
            {
                closest = moved;
                break;
            }

            closest = moved;
        }

        onA = onB = default;
        for (var i = 0; i < count; i++)
        {
            onA += simplex[i].OnA * weights[i];
            onB += simplex[i].OnB * weights[i];
        }

        return true;
    }

    /// <summary>How far the cores are apart along a unit direction from A to B; negative when they overlap along it.</summary>
    public static double Gap(in Placement a, in Placement b, Vector3d direction) =>
        -Vector3d.Dot(Corner.Of(a, b, direction).Difference, direction);

    /// <summary>A vertex of A - B with what it is made of.</summary>
    internal readonly record struct Corner(Vector3d Difference, Vector3d OnA, Vector3d OnB)
    {
        public static Corner Of(in Placement a, in Placement b, Vector3d direction)
        {
            var (onA, onB) = (a.Support(direction), b.Support(-direction));
            return new(onA - onB, onA, onB);
        }
    }

    /// <summary>Barycentric coordinates.</summary>
    internal readonly record struct Weights(double A, double B, double C, double D)
    {
        public double this[int index] => index switch { 0 => A, 1 => B, 2 => C, _ => D };
    }
}
