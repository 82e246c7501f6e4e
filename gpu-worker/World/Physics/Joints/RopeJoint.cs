namespace SoraFunctions.World.Physics.Joints;

/// <summary>A massless rope or rod between two anchors: a rope pulls and never pushes, a rod does both.</summary>
/// <param name="a">Index of the one body in the simulation; -1 for the world.</param>
/// <param name="b">Index of the other body.</param>
/// <param name="anchorA">Where it is tied in the space of the one body, or in the world.</param>
/// <param name="anchorB">Where it is tied in the space of the other body.</param>
/// <param name="length">In metres, more than 0.</param>
public class RopeJoint(int a, int b, Vector3d anchorA, Vector3d anchorB, double length)
    : Joint(a, b, JointFrame.At(anchorA), JointFrame.At(anchorB))
{
    private Vector3d _fromA, _fromB, _direction, _leverA, _leverB;
    private double _mass, _impulse, _settled, _distance;

    /// <summary>In metres.</summary>
    public double Length => length;

    /// <summary>Whether it is a rod, which keeps its ends apart too.</summary>
    public bool IsRod { get; init; }

    internal override void Prepare(Body first, Body second, double step)
    {
        Remeasure(first, second);
        Apply(first, second, _impulse);
    }

    internal override void Solve(Body first, Body second, double step)
    {
        var distance = (second.PlaceAfter(_fromB, step) - first.PlaceAfter(_fromA, step)).Length;
        var total = _impulse + (_mass * (distance - length) / step);
        total = IsRod ? total : Math.Max(total, 0);
        Apply(first, second, total - _impulse);
        _impulse = total;
    }

    internal override void Remeasure(Body first, Body second)
    {
        (_fromA, _fromB) = (first.Orientation.Turn(FrameA.Anchor), second.Orientation.Turn(FrameB.Anchor));
        var span = first.Position + _fromA - second.Position - _fromB;
        _distance = span.Length;
        _direction = span / Math.Max(_distance, 1e-9);

        // Both ends pull along the line between them, so that they turn nothing together.
        (_leverA, _leverB) = (Vector3d.Cross(_fromA, _direction), Vector3d.Cross(_fromB, _direction));
        var answer = first.InverseMass + second.InverseMass +
            Vector3d.Dot(_leverA, first.InverseInertia * _leverA) + Vector3d.Dot(_leverB, second.InverseInertia * _leverB);
        _mass = answer > 0 ? 1 / answer : 0;
        _settled = 0;
    }

    internal override void Settle(Body first, Body second, double step)
    {
        var closing = Vector3d.Dot(second.VelocityAt(_fromB) - first.VelocityAt(_fromA), _direction);
        var total = _settled - (_mass * (closing + (IsRod ? 0 : Math.Max(length - _distance, 0) / step)));
        total = IsRod ? total : Math.Max(total, 0);
        Apply(first, second, total - _settled);
        _settled = total;
    }

    internal override void Forget() => _impulse = 0;

    private void Apply(Body first, Body second, double impulse)
    {
        first.Velocity -= _direction * (impulse * first.InverseMass);
        first.Twist(_leverA * -impulse);
        second.Velocity += _direction * (impulse * second.InverseMass);
        second.Twist(_leverB * impulse);
    }
}
