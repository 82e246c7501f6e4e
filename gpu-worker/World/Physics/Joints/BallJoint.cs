namespace SoraFunctions.World.Physics.Joints;

/// <summary>
/// A ball and socket. With limits it is a limb: the x axis of the second frame stays within a cone about the x axis of the first, and
/// the turn about it within bounds.
/// </summary>
/// <param name="a">Index of the one body in the simulation; -1 for the world.</param>
/// <param name="b">Index of the other body.</param>
/// <param name="frameA">Where it sits in the one body, or in the world; its x axis is the middle of the cone.</param>
/// <param name="frameB">Where it sits in the other body; its x axis is where the limb points.</param>
public sealed class BallJoint(int a, int b, JointFrame frameA, JointFrame frameB) : Joint(a, b, frameA, frameB)
{
    private AnchorRow _anchor;
    private AxisRow _swing, _twistLow, _twistHigh;
    private Symmetric3 _inertia;
    private Vector3d _error, _impulse;
    private double _swung, _twisted, _give, _rate;

    /// <summary>Half angle of the cone in radians; infinity for none.</summary>
    public double Cone { get; init; } = double.PositiveInfinity;

    /// <summary>Least twist in radians, from -pi; minus infinity for none.</summary>
    public double LowestTwist { get; init; } = double.NegativeInfinity;

    /// <summary>Largest twist in radians, to pi; infinity for none.</summary>
    public double HighestTwist { get; init; } = double.PositiveInfinity;

    /// <summary>What turns it; null for a joint that turns freely.</summary>
    public Drive? Drive { get; set; }

    /// <summary>Where the drive turns it to: the second frame seen from the first.</summary>
    public Rotation Target { get; set; } = Rotation.Identity;

    /// <summary>Angle in radians between the axes of the frames at the beginning of the last step.</summary>
    public double Swing => _swung;

    /// <summary>Turn in radians about the axis at the beginning of the last step.</summary>
    public double Twist => _twisted;

    internal override bool Works => Drive is { Strength: > 0 };

    internal override void Prepare(Body first, Body second, double step)
    {
        Measure(first, second);
        _anchor.WarmStart(first, second);
        _swing.WarmStart(first, second);
        _twistLow.WarmStart(first, second);
        _twistHigh.WarmStart(first, second);
        if (Drive is not { } drive)
        {
            _impulse = default;
            return;
        }

        var (one, other) = (first.Orientation * FrameA.Orientation, second.Orientation * FrameB.Orientation);
        _error = (other * (one * Target).Inverse).RotationVector;
        (_rate, _give) = drive.Implicit(step);
        var answer = first.InverseInertia + second.InverseInertia;
        _inertia = (answer with { XX = answer.XX + _give, YY = answer.YY + _give, ZZ = answer.ZZ + _give }).Inverse();
        Apply(first, second, _impulse);
    }

    internal override void Solve(Body first, Body second, double step)
    {
        if (Drive is { } drive)
        {
            var rate = second.AngularVelocity - first.AngularVelocity;
            var total = _impulse - (_inertia * (rate + (_error * _rate) + (_impulse * _give)));
            var (size, most) = (total.Length, drive.Strength * step);
            total = size > most ? total * (most / size) : total;
            Apply(first, second, total - _impulse);
            _impulse = total;
        }

        Limit(first, second, step, true);
        _anchor.Solve(first, second, step);
    }

    internal override void Remeasure(Body first, Body second) => Measure(first, second);

    internal override void Settle(Body first, Body second, double step)
    {
        Limit(first, second, step, false);
        _anchor.Settle(first, second);
    }

    internal override void Forget()
    {
        _anchor.Forget();
        _swing.Forget();
        _twistLow.Forget();
        _twistHigh.Forget();
        _impulse = default;
    }

    private void Limit(Body first, Body second, double step, bool correct)
    {
        if (double.IsFinite(Cone)) _swing.Stop(first, second, Cone - _swung, step, correct);
        if (double.IsFinite(LowestTwist)) _twistLow.Stop(first, second, _twisted - LowestTwist, step, correct);
        if (double.IsFinite(HighestTwist)) _twistHigh.Stop(first, second, HighestTwist - _twisted, step, correct);
    }

    private void Measure(Body first, Body second)
    {
        _anchor.Measure(first, second, FrameA.Anchor, FrameB.Anchor);
        var (one, other) = (first.Orientation * FrameA.Orientation, second.Orientation * FrameB.Orientation);
        Vector3d middle = one.Turn(new(1, 0, 0)), limb = other.Turn(new(1, 0, 0));
        var back = Vector3d.Cross(limb, middle);
        _swung = Math.Atan2(back.Length, Vector3d.Dot(limb, middle));
        _swing.Measure(first, second, back.Length > 1e-9 ? back.Unit() : middle.Across());
        var turn = one.Inverse * other;
        _twisted = 2 * Math.Atan2(turn.W < 0 ? -turn.X : turn.X, Math.Abs(turn.W));
        var axis = (middle + limb).Unit();
        _twistLow.Measure(first, second, axis);
        _twistHigh.Measure(first, second, -axis);
    }

    private static void Apply(Body first, Body second, Vector3d impulse)
    {
        first.Twist(-impulse);
        second.Twist(impulse);
    }
}
