namespace SoraFunctions.World.Physics.Joints;

/// <summary>Keeps an axis of one body along an axis of another.</summary>
internal struct AlignmentRow
{
    private Vector3d _axisA, _axisB, _u, _v, _askew;
    private double _uu, _uv, _vv, _impulseU, _impulseV;

    public void Measure(Body a, Body b, Vector3d axisA, Vector3d axisB)
    {
        (_axisA, _axisB) = (axisA, axisB);
        _askew = Vector3d.Cross(axisA, axisB);
        _u = axisA.Across();
        _v = Vector3d.Cross(axisA, _u);
        var answer = a.InverseInertia + b.InverseInertia;
        Vector3d turnedU = answer * _u, turnedV = answer * _v;
        double uu = Vector3d.Dot(_u, turnedU), uv = Vector3d.Dot(_u, turnedV), vv = Vector3d.Dot(_v, turnedV);
        var determinant = (uu * vv) - (uv * uv);
        var scale = determinant > 0 ? 1 / determinant : 0;
        (_uu, _uv, _vv) = (vv * scale, -uv * scale, uu * scale);
    }

    public void WarmStart(Body a, Body b)
    {
        var trust = Closing.Trust(_askew);
        (_impulseU, _impulseV) = (_impulseU * trust, _impulseV * trust);
        Apply(a, b, _impulseU, _impulseV);
    }

    public void Forget() => _impulseU = _impulseV = 0;

    public void Solve(Body a, Body b, double step)
    {
        var error = Vector3d.Cross(a.Turned(_axisA, step), b.Turned(_axisB, step));
        var (u, v) = Answer((error - Closing.Left(_askew, Closing.Turning * step)) * (-1 / step));
        _impulseU += u;
        _impulseV += v;
        Apply(a, b, u, v);
    }

    public readonly void Settle(Body a, Body b)
    {
        var (u, v) = Answer(a.AngularVelocity - b.AngularVelocity);
        Apply(a, b, u, v);
    }

    private readonly (double U, double V) Answer(Vector3d rate)
    {
        double u = Vector3d.Dot(rate, _u), v = Vector3d.Dot(rate, _v);
        return ((_uu * u) + (_uv * v), (_uv * u) + (_vv * v));
    }

    private readonly void Apply(Body a, Body b, double u, double v)
    {
        var impulse = (_u * u) + (_v * v);
        a.Twist(-impulse);
        b.Twist(impulse);
    }
}
