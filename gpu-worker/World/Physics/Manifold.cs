namespace SoraFunctions.World.Physics;

/// <summary>All points where one pair of bodies touches.</summary>
internal sealed class Manifold
{
    public const int MostPoints = 2 * Shape.MostFacePoints;

    /// <summary>Index of the first body; -1 for the ground.</summary>
    public required int A { get; init; }

    /// <summary>Index of the second body.</summary>
    public required int B { get; init; }

    /// <summary>Unit vector from the first to the second.</summary>
    public Vector3d Normal { get; set; }

    public Vector3d U { get; set; }

    public Vector3d V { get; set; }

    public double Friction { get; set; }

    public double Restitution { get; set; }

    /// <summary>Lever arm of rolling resistance in metres.</summary>
    public double Rolling { get; set; }

    /// <summary>Impulse of rolling resistance, newton metre seconds.</summary>
    public Vector3d RollingImpulse { get; set; }

    /// <summary>Effective inertia against relative rotation.</summary>
    public Symmetric3 RollingInertia { get; set; }

    /// <summary>The step in which the pair was last found near.</summary>
    public long Seen { get; set; } = -1;

    public ContactPoint[] Points { get; } = new ContactPoint[MostPoints];

    public int Count { get; set; }

    private readonly ContactPoint[] _before = new ContactPoint[MostPoints];

    /// <summary>Sets the points anew; a point near an old one starts from its impulses.</summary>
    public void Renew(ReadOnlySpan<ContactPoint> points, double near)
    {
        var old = Count;
        Array.Copy(Points, _before, old);
        Count = Math.Min(points.Length, MostPoints);
        for (var i = 0; i < Count; i++)
        {
            var point = points[i];
            var (best, nearest) = (-1, near * near);
            for (var j = 0; j < old; j++)
            {
                var distance = (_before[j].Local - point.Local).LengthSquared;
                if (distance < nearest)
                {
                    (best, nearest) = (j, distance);
                }
            }

            if (best >= 0)
            {
                point.Normal = _before[best].Normal;
                point.FrictionU = _before[best].FrictionU;
                point.FrictionV = _before[best].FrictionV;
                _before[best].Local = new(double.MaxValue, 0, 0);
            }

            Points[i] = point;
        }
    }
}
