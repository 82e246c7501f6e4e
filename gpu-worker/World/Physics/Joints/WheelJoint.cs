namespace SoraFunctions.World.Physics.Joints;

/// <summary>
/// A wheel on a sprung hub: it turns about the x axis of the frames, the hub moves along the y axis of the first frame, and steering
/// turns the axle about that axis.
/// </summary>
/// <param name="a">Index of the chassis in the simulation.</param>
/// <param name="b">Index of the wheel.</param>
/// <param name="frameA">In the chassis: the hub at ease, the axle (x) and up (y).</param>
/// <param name="frameB">In the wheel: its middle and its axle (x).</param>
public sealed class WheelJoint(int a, int b, JointFrame frameA, JointFrame frameB) : Joint(a, b, frameA, frameB)
{
    private SlideRow _side, _front, _spring;
    private AlignmentRow _axle;
    private AxisRow _drive;

    /// <summary>Of the spring, in newtons a metre, more than 0.</summary>
    public required double Stiffness { get; init; }

    /// <summary>Of the spring, in newton seconds a metre, more than 0.</summary>
    public required double Damping { get; init; }

    /// <summary>Angle in radians by which the axle is turned about the hub's up, right-handed.</summary>
    public double Steering { get; set; }

    /// <summary>What turns or brakes the wheel; null for one that rolls freely.</summary>
    public Drive? Drive { get; set; }

    /// <summary>Turning speed in radians a second about the axle that the drive keeps.</summary>
    public double TargetSpeed { get; set; }

    /// <summary>How far the spring is pressed together, in metres.</summary>
    public double Travel => _spring.Ahead;

    internal override bool Works => true;

    internal override void Prepare(Body first, Body second, double step)
    {
        Remeasure(first, second);
        _side.WarmStart(first, second);
        _front.WarmStart(first, second);
        _spring.WarmStart(first, second);
        _axle.WarmStart(first, second);
        if (Drive is null) _drive.Forget();
        else _drive.WarmStart(first, second);
    }

    internal override void Solve(Body first, Body second, double step)
    {
        if (Drive is { } drive) _drive.Drive(first, second, drive, 0, TargetSpeed, step);
        _spring.Spring(first, second, 0, Stiffness, Damping, step);
        _axle.Solve(first, second, step);
        _side.Hold(first, second, step);
        _front.Hold(first, second, step);
    }

    internal override void Remeasure(Body first, Body second)
    {
        var hub = first.Orientation * FrameA.Orientation;
        Vector3d up = hub.Turn(new(0, 1, 0)), side = hub.Turn(new(1, 0, 0));
        _side.Measure(first, second, FrameA.Anchor, FrameB.Anchor, side);
        _front.Measure(first, second, FrameA.Anchor, FrameB.Anchor, Vector3d.Cross(side, up));
        _spring.Measure(first, second, FrameA.Anchor, FrameB.Anchor, up);
        var axle = Rotation.About(up, Steering).Turn(side);
        _axle.Measure(first, second, axle, (second.Orientation * FrameB.Orientation).Turn(new(1, 0, 0)));
        _drive.Measure(first, second, axle);
    }

    internal override void Settle(Body first, Body second, double step)
    {
        _axle.Settle(first, second);
        _side.Settle(first, second);
        _front.Settle(first, second);
    }

    internal override void Forget()
    {
        _side.Forget();
        _front.Forget();
        _spring.Forget();
        _axle.Forget();
        _drive.Forget();
    }
}
