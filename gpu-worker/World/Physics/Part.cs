namespace SoraFunctions.World.Physics;

/// <summary>One convex part of a <see cref="Compound"/>.</summary>
/// <param name="Shape">Its shape.</param>
/// <param name="Offset">Where its origin is in the body's space, in metres.</param>
/// <param name="Orientation">From its space to the body's.</param>
public readonly record struct Part(Shape Shape, Vector3d Offset, Rotation Orientation)
{
    /// <summary>A part that is not turned.</summary>
    /// <param name="shape">Its shape.</param>
    /// <param name="offset">Where its origin is in the body's space, in metres.</param>
    public Part(Shape shape, Vector3d offset) : this(shape, offset, Rotation.Identity)
    {
    }
}
