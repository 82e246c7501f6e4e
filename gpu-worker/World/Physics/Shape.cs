namespace SoraFunctions.World.Physics;

/// <summary>
/// A convex collision shape in a body's space: a core, thickened on all sides by <see cref="Margin"/>, so that two shapes touch
/// before their cores overlap.
/// </summary>
public abstract class Shape
{
    /// <summary>Most points that <see cref="Face"/> gives.</summary>
    public const int MostFacePoints = 8;

    /// <summary>Thickness of the round skin over the core, in metres.</summary>
    public required double Margin { get; init; }

    /// <summary>Radius of the ball about the centre of mass that holds everything, skin included.</summary>
    public abstract double Reach { get; }

    /// <summary>The point of the core that lies farthest in a direction.</summary>
    /// <param name="direction">In the body's space, any length.</param>
    public abstract Vector3d Support(Vector3d direction);

    /// <summary>The part of the core that a plane facing <paramref name="direction"/> would touch: a point, an edge, or a polygon in order.</summary>
    /// <param name="direction">Unit vector in the body's space.</param>
    /// <param name="points">Where to put it; holds at least <see cref="MostFacePoints"/>.</param>
    /// <returns>The number of points.</returns>
    public abstract int Face(Vector3d direction, Span<Vector3d> points);
}
