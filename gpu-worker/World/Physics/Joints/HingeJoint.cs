namespace SoraFunctions.World.Physics.Joints;

/// <summary>A hinge: the bodies share a point and turn about one axis, the x axis of both frames.</summary>
/// <param name="a">Index of the one body in the simulation; -1 for the world.</param>
/// <param name="b">Index of the other body.</param>
/// <param name="frameA">Where it sits in the one body, or in the world.</param>
/// <param name="frameB">Where it sits in the other body.</param>
public sealed class HingeJoint(int a, int b, JointFrame frameA, JointFrame frameB) : Joint(a, b, frameA, frameB)
{
    private AnchorRow _anchor;
    private AlignmentRow _alignment;
    private AxisRow _lower, _upper, _drive;
    private double _angle;

    /// <summary>Least angle in radians, from -pi; minus infinity for none.</summary>
    public double Lowest { get; init; } = double.NegativeInfinity;

    /// <summary>Largest angle in radians, to pi; infinity for none.</summary>
    public double Highest { get; init; } = double.PositiveInfinity;

    /// <summary>What turns it; null for a hinge that turns freely.</summary>
    public Drive? Drive { get; set; }

    /// <summary>Angle in radians that the drive goes to.</summary>
    public double TargetAngle { get; set; }

    /// <summary>Speed in radians a second that the drive keeps: of the target, or of the turning where the drive has no stiffness.</summary>
    public double TargetSpeed { get; set; }

    /// <summary>Angle in radians of the second body against the first at the beginning of the last step, right-handed about the axis, -pi to pi.</summary>
    public double Angle => _angle;

    internal override bool Works => Drive is { Strength: > 0 };

    internal override void Prepare(Body first, Body second, double step)
    {
        Measure(first, second);
        _anchor.WarmStart(first, second);
        _alignment.WarmStart(first, second);
        if (double.IsFinite(Lowest)) _lower.WarmStart(first, second);
        if (double.IsFinite(Highest)) _upper.WarmStart(first, second);
        if (Drive is null) _drive.Forget();
        else _drive.WarmStart(first, second);
    }

    internal override void Solve(Body first, Body second, double step)
    {
        if (Drive is { } drive)
        {
            _drive.Drive(first, second, drive, Math.IEEERemainder(_angle - TargetAngle, 2 * Math.PI), TargetSpeed, step);
        }

        Limit(first, second, step, true);
        _alignment.Solve(first, second, step);
        _anchor.Solve(first, second, step);
    }

    internal override void Remeasure(Body first, Body second) => Measure(first, second);

    internal override void Settle(Body first, Body second, double step)
    {
        Limit(first, second, step, false);
        _alignment.Settle(first, second);
        _anchor.Settle(first, second);
    }

    internal override void Forget()
    {
        _anchor.Forget();
        _alignment.Forget();
        _lower.Forget();
        _upper.Forget();
        _drive.Forget();
    }

    private void Limit(Body first, Body second, double step, bool correct)
    {
        if (double.IsFinite(Lowest)) _lower.Stop(first, second, _angle - Lowest, step, correct);
        if (double.IsFinite(Highest)) _upper.Stop(first, second, Highest - _angle, step, correct);
    }

    private void Measure(Body first, Body second)
    {
        var (one, other) = (first.Orientation * FrameA.Orientation, second.Orientation * FrameB.Orientation);
        var axis = one.Turn(new(1, 0, 0));
        var across = other.Turn(new(0, 1, 0));
        _angle = Math.Atan2(Vector3d.Dot(across, one.Turn(new(0, 0, 1))), Vector3d.Dot(across, one.Turn(new(0, 1, 0))));
        _anchor.Measure(first, second, FrameA.Anchor, FrameB.Anchor);
        _alignment.Measure(first, second, axis, other.Turn(new(1, 0, 0)));
        _lower.Measure(first, second, axis);
        _upper.Measure(first, second, -axis);
        _drive.Measure(first, second, axis);
    }
}
