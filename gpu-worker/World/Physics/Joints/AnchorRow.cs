namespace SoraFunctions.World.Physics.Joints;

/// <summary>Keeps a point of one body on a point of another.</summary>
internal struct AnchorRow
{
    private Vector3d _fromA, _fromB, _armA, _armB, _apart, _impulse;
    private Symmetric3 _mass;

    public void Measure(Body a, Body b, Vector3d anchorA, Vector3d anchorB)
    {
        (_fromA, _fromB) = (a.Orientation.Turn(anchorA), b.Orientation.Turn(anchorB));

        // One common place for both impulses, or what little the anchors are apart would turn the pair.
        var place = ((a.Position + _fromA) + (b.Position + _fromB)) * 0.5;
        (_armA, _armB) = (place - a.Position, place - b.Position);
        _apart = b.Position + _fromB - a.Position - _fromA;
        _mass = (Resistance(a, _armA) + Resistance(b, _armB)).Inverse();
    }

    public void WarmStart(Body a, Body b)
    {
        _impulse *= Closing.Trust(_apart);
        Apply(a, b, _impulse);
    }

    public void Forget() => _impulse = default;

    public void Solve(Body a, Body b, double step)
    {
        var apart = b.PlaceAfter(_fromB, step) - a.PlaceAfter(_fromA, step);
        var impulse = _mass * ((apart - Closing.Left(_apart, Closing.Speed * step)) * (-1 / step));
        _impulse += impulse;
        Apply(a, b, impulse);
    }

    public readonly void Settle(Body a, Body b) => Apply(a, b, -(_mass * (b.VelocityAt(_armB) - a.VelocityAt(_armA))));

    private readonly void Apply(Body a, Body b, Vector3d impulse)
    {
        a.Push(-impulse, _armA);
        b.Push(impulse, _armB);
    }

    // 1/m - [r] I^-1 [r]: how a point answers an impulse.
    private static Symmetric3 Resistance(Body body, Vector3d arm)
    {
        var i = body.InverseInertia;
        Vector3d x = Vector3d.Cross(i * new Vector3d(0, arm.Z, -arm.Y), arm);
        Vector3d y = Vector3d.Cross(i * new Vector3d(-arm.Z, 0, arm.X), arm);
        Vector3d z = Vector3d.Cross(i * new Vector3d(arm.Y, -arm.X, 0), arm);
        return new(body.InverseMass + x.X, body.InverseMass + y.Y, body.InverseMass + z.Z, y.X, z.X, z.Y);
    }
}
