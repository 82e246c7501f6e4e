namespace SoraFunctions.World.Physics;

/// <summary>
/// Distance of two convex cores: Gilbert, Johnson and Keerthi (1988), with the closest point of the simplex by Voronoi regions
/// (Ericson, "Real-Time Collision Detection", 2005).
/// </summary>
internal static class Gjk
{
    private const int MostSteps = 32;

    /// <summary>The closest points of two cores in the world; false when the cores overlap.</summary>
    public static bool Closest(Body a, Body b, out Vector3d onA, out Vector3d onB)
    {
        Span<Corner> simplex = stackalloc Corner[4];
        simplex[0] = Corner.Of(a, b, b.Position - a.Position);
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
            if (distance - Vector3d.Dot(closest, next.Difference) < 1e-10 * distance)
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
    public static double Gap(Body a, Body b, Vector3d direction) =>
        -Vector3d.Dot(Corner.Of(a, b, direction).Difference, direction);

    /// <summary>A vertex of A - B with what it is made of.</summary>
    internal readonly record struct Corner(Vector3d Difference, Vector3d OnA, Vector3d OnB)
    {
        public static Corner Of(Body a, Body b, Vector3d direction)
        {
            var onA = a.Position + a.Orientation.Turn(a.Shape.Support(a.Orientation.TurnBack(direction)));
            var onB = b.Position + b.Orientation.Turn(b.Shape.Support(b.Orientation.TurnBack(-direction)));
            return new(onA - onB, onA, onB);
        }
    }

    /// <summary>Barycentric coordinates.</summary>
    internal readonly record struct Weights(double A, double B, double C, double D)
    {
        public double this[int index] => index switch { 0 => A, 1 => B, 2 => C, _ => D };
    }
}
