namespace SoraFunctions.World.Physics.Joints;

/// <summary>Acts on the distance of two anchors along one direction.</summary>
internal struct SlideRow
{
    private Vector3d _fromA, _fromB, _direction, _leverA, _leverB;
    private double _mass, _impulse;

    /// <summary>How far the second anchor is ahead of the first.</summary>
    public double Ahead { get; private set; }

    public void Measure(Body a, Body b, Vector3d anchorA, Vector3d anchorB, Vector3d direction)
    {
        (_fromA, _fromB, _direction) = (a.Orientation.Turn(anchorA), b.Orientation.Turn(anchorB), direction);
        var apart = b.Position + _fromB - a.Position - _fromA;
        Ahead = Vector3d.Dot(apart, direction);

        // Both impulses act on the line through the second anchor, so that they turn nothing together.
        (_leverA, _leverB) = (Vector3d.Cross(_fromA + apart, direction), Vector3d.Cross(_fromB, direction));
        var answer = a.InverseMass + b.InverseMass +
            Vector3d.Dot(_leverA, a.InverseInertia * _leverA) + Vector3d.Dot(_leverB, b.InverseInertia * _leverB);
        _mass = answer > 0 ? 1 / answer : 0;
    }

    public readonly void WarmStart(Body a, Body b) => Apply(a, b, _impulse);

    public void Forget() => _impulse = 0;

    /// <summary>Keeps the anchors level.</summary>
    public void Hold(Body a, Body b, double step)
    {
        var impulse = -_mass * (Rate(a, b) + (Ahead / step));
        _impulse += impulse;
        Apply(a, b, impulse);
    }

    /// <summary>Pushes as a damped spring that is at ease at a distance.</summary>
    public void Spring(Body a, Body b, double ease, double stiffness, double damping, double step)
    {
        var firm = damping + (step * stiffness);
        var give = 1 / (step * firm);
        var impulse = -(Rate(a, b) + ((Ahead - ease) * stiffness / firm) + (give * _impulse)) * _mass / (1 + (give * _mass));
        _impulse += impulse;
        Apply(a, b, impulse);
    }

    public readonly void Settle(Body a, Body b) => Apply(a, b, -_mass * Rate(a, b));

    private readonly double Rate(Body a, Body b) =>
        Vector3d.Dot(_direction, b.Velocity - a.Velocity) + Vector3d.Dot(_leverB, b.AngularVelocity) - Vector3d.Dot(_leverA, a.AngularVelocity);

    private readonly void Apply(Body a, Body b, double impulse)
    {
        a.Velocity -= _direction * (impulse * a.InverseMass);
        a.Twist(_leverA * -impulse);
        b.Velocity += _direction * (impulse * b.InverseMass);
        b.Twist(_leverB * impulse);
    }
}
