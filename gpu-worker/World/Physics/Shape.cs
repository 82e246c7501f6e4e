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

    /// <summary>How many convex parts it has.</summary>
    internal virtual int PartCount => 1;

    /// <summary>Half extents of the box along the axes of the body's space, about <see cref="Middle"/>, skin included.</summary>
    internal Vector3d Half => Box.Half;

    /// <summary>Middle of that box.</summary>
    internal Vector3d Middle => Box.Middle;

    /// <summary>Half of the shortest edge of that box; of the thinnest part where there are several.</summary>
    internal virtual double Thinness => Math.Min(Half.X, Math.Min(Half.Y, Half.Z));

    private (Vector3d Middle, Vector3d Half) Box => _box ??= Measure();

    private (Vector3d Middle, Vector3d Half)? _box;

    /// <summary>A convex part in the world, when the body is somewhere.</summary>
    internal virtual Placement Placed(int part, Vector3d position, Rotation orientation) => new(this, position, orientation);

    private (Vector3d Middle, Vector3d Half) Measure()
    {
        var low = new Vector3d(Support(new(-1, 0, 0)).X, Support(new(0, -1, 0)).Y, Support(new(0, 0, -1)).Z);
        var high = new Vector3d(Support(new(1, 0, 0)).X, Support(new(0, 1, 0)).Y, Support(new(0, 0, 1)).Z);
        return ((low + high) / 2, ((high - low) / 2) + new Vector3d(Margin, Margin, Margin));
    }
}
