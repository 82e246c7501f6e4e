namespace SoraFunctions.World.Physics;

/// <summary>A ball: a point with a thick skin.</summary>
public sealed class Ball : Shape
{
    /// <inheritdoc/>
    public override double Reach => Margin;

    /// <inheritdoc/>
    public override Vector3d Support(Vector3d direction) => default;

    /// <inheritdoc/>
    public override int Face(Vector3d direction, Span<Vector3d> points)
    {
        points[0] = default;
        return 1;
    }
}
