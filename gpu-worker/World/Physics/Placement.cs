namespace SoraFunctions.World.Physics;

/// <summary>A convex shape somewhere in the world.</summary>
/// <param name="Shape">The shape.</param>
/// <param name="Position">Of its origin.</param>
/// <param name="Orientation">From its space to the world's.</param>
internal readonly record struct Placement(Shape Shape, Vector3d Position, Rotation Orientation)
{
    /// <summary>The point of its core that lies farthest in a direction.</summary>
    public Vector3d Support(Vector3d direction) => Position + Orientation.Turn(Shape.Support(Orientation.TurnBack(direction)));

    /// <summary>The part of its core that a plane facing a direction would touch.</summary>
    public int Face(Vector3d direction, Span<Vector3d> points)
    {
        var count = Shape.Face(Orientation.TurnBack(direction), points);
        for (var i = 0; i < count; i++)
        {
            points[i] = Position + Orientation.Turn(points[i]);
        }

        return count;
    }
}
