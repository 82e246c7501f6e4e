namespace SoraFunctions.World.Physics.Joints;

/// <summary>
/// Where a joint sits in one of its bodies, and how it is turned there. Its x axis is the joint's axis: what a hinge turns about, or
/// where a limb points; its y axis is the direction that angles about the axis are counted from.
/// </summary>
/// <param name="Anchor">In the body's space, in metres; in the world's for the world itself.</param>
/// <param name="Orientation">From the joint's space to the body's.</param>
public readonly record struct JointFrame(Vector3d Anchor, Rotation Orientation)
{
    /// <summary>A frame without a direction of its own: enough for ropes and for ball joints without limits.</summary>
    /// <param name="anchor">In the body's space, in metres.</param>
    public static JointFrame At(Vector3d anchor) => new(anchor, Rotation.Identity);

    /// <summary>A frame by its axis and the direction that angles are counted from.</summary>
    /// <param name="anchor">In the body's space, in metres.</param>
    /// <param name="axis">In the body's space, any length but 0.</param>
    /// <param name="across">Where angle 0 points; what is not at right angles to the axis is taken off. Null for any direction.</param>
    public static JointFrame Along(Vector3d anchor, Vector3d axis, Vector3d? across = null)
    {
        var x = axis.Unit();
        var y = across ?? x.Across();
        y = (y - (x * Vector3d.Dot(x, y))).Unit();
        return new(anchor, Rotation.Of(x, y, Vector3d.Cross(x, y)));
    }

    /// <summary>The frames of two bodies, as they stand now, for one joint: in this pose every angle of it is 0.</summary>
    /// <param name="a">The one body; null for the world.</param>
    /// <param name="b">The other body.</param>
    /// <param name="place">Of the joint in the world, in metres.</param>
    /// <param name="axis">Of the joint in the world, any length but 0.</param>
    public static (JointFrame A, JointFrame B) Between(Body? a, Body b, Vector3d place, Vector3d axis)
    {
        var world = Along(place, axis);
        return (a is null ? world : world.SeenFrom(a), world.SeenFrom(b));
    }

    private JointFrame SeenFrom(Body body) =>
        new(body.Orientation.TurnBack(Anchor - body.Position), body.Orientation.Inverse * Orientation);
}
