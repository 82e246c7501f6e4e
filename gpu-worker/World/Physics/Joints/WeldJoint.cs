namespace SoraFunctions.World.Physics.Joints;

/// <summary>A weld: both frames stay one on the other.</summary>
/// <param name="a">Index of the one body in the simulation; -1 for the world.</param>
/// <param name="b">Index of the other body.</param>
/// <param name="frameA">Where it sits in the one body, or in the world.</param>
/// <param name="frameB">Where it sits in the other body.</param>
public sealed class WeldJoint(int a, int b, JointFrame frameA, JointFrame frameB) : Joint(a, b, frameA, frameB)
{
    private AnchorRow _anchor;
    private Symmetric3 _inertia;
    private Vector3d _askew, _impulse;

    internal override void Prepare(Body first, Body second, double step)
    {
        Remeasure(first, second);
        _anchor.WarmStart(first, second);
        _impulse *= Closing.Trust(_askew);
        Apply(first, second, _impulse);
    }

    internal override void Solve(Body first, Body second, double step)
    {
        var askew = Askew(first.OrientationAfter(step), second.OrientationAfter(step));
        var impulse = _inertia * ((askew - Closing.Left(_askew, Closing.Turning * step)) * (-1 / step));
        _impulse += impulse;
        Apply(first, second, impulse);
        _anchor.Solve(first, second, step);
    }

    internal override void Remeasure(Body first, Body second)
    {
        _askew = Askew(first.Orientation, second.Orientation);
        _anchor.Measure(first, second, FrameA.Anchor, FrameB.Anchor);
        _inertia = (first.InverseInertia + second.InverseInertia).Inverse();
    }

    internal override void Settle(Body first, Body second, double step)
    {
        Apply(first, second, _inertia * (first.AngularVelocity - second.AngularVelocity));
        _anchor.Settle(first, second);
    }

    internal override void Forget()
    {
        _anchor.Forget();
        _impulse = default;
    }

    private Vector3d Askew(Rotation first, Rotation second) => (second * FrameB.Orientation * (first * FrameA.Orientation).Inverse).Vector;

    private static void Apply(Body first, Body second, Vector3d impulse)
    {
        first.Twist(-impulse);
        second.Twist(impulse);
    }
}
