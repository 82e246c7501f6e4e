namespace SoraFunctions.World.Physics.Joints;

/// <summary>Acts on the rotation of one body against another about one axis.</summary>
internal struct AxisRow
{
    // Part of an overstepped limit that is worked off in a step.
    private const double Correction = 0.2;

    private Vector3d _axis;
    private double _mass, _impulse;

    public void Measure(Body a, Body b, Vector3d axis)
    {
        _axis = axis;
        var resistance = Vector3d.Dot(axis, (a.InverseInertia + b.InverseInertia) * axis);
        _mass = resistance > 0 ? 1 / resistance : 0;
    }

    public readonly void WarmStart(Body a, Body b) => Apply(a, b, _impulse);

    public void Forget() => _impulse = 0;

    /// <summary>Keeps an angle that grows about the axis from falling below 0.</summary>
    public void Stop(Body a, Body b, double angle, double step, bool correct)
    {
        var least = angle > 0 ? angle / step : correct ? Correction * angle / step : 0;
        var total = Math.Max(_impulse - (_mass * (Rate(a, b) + least)), 0);
        Apply(a, b, total - _impulse);
        _impulse = total;
    }

    /// <summary>Drives towards a target angle and speed.</summary>
    public void Drive(Body a, Body b, in Drive drive, double error, double speed, double step)
    {
        var (rate, give) = drive.Implicit(step);
        var change = -(Rate(a, b) - speed + (rate * error) + (give * _impulse)) * _mass / (1 + (give * _mass));
        var most = drive.Strength * step;
        var total = Math.Clamp(_impulse + change, -most, most);
        Apply(a, b, total - _impulse);
        _impulse = total;
    }

    private readonly double Rate(Body a, Body b) => Vector3d.Dot(_axis, b.AngularVelocity - a.AngularVelocity);

    private readonly void Apply(Body a, Body b, double impulse)
    {
        a.Twist(_axis * -impulse);
        b.Twist(_axis * impulse);
    }
}
