namespace SoraFunctions.World.Physics;

/// <summary>All points where one pair of convex parts touches.</summary>
internal sealed class Manifold
{
    public const int MostPoints = 2 * Shape.MostFacePoints;

    /// <summary>Index of the first body; -1 for the ground.</summary>
    public int A { get; set; }

    /// <summary>Index of the second body.</summary>
    public int B { get; set; }

    /// <summary>Which part of the first body, and which of the second.</summary>
    public (int A, int B) Parts { get; set; }

    /// <summary>The first body; the world for the ground.</summary>
    public Body First { get; set; } = null!;

    /// <summary>The second body.</summary>
    public Body Second { get; set; } = null!;

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

    /// <summary>The step in which the parts were last found near.</summary>
    public long Seen { get; set; } = -1;

    /// <summary>Whether the parts may touch within the step.</summary>
    public bool IsNear { get; set; }

    /// <summary>Whether the bodies meet fast enough to bounce.</summary>
    public bool IsImpact { get; set; }

    public ContactPoint[] Points { get; } = new ContactPoint[MostPoints];

    public int Count { get; set; }

    /// <summary>Begins anew, for another pair of parts.</summary>
    public void Reset(int a, int b, (int A, int B) parts, Body first, Body second)
    {
        (A, B, Parts, First, Second) = (a, b, parts, first, second);
        (Count, Seen, RollingImpulse, Normal) = (0, -1, default, default);
    }

    /// <summary>Sets the points anew; a point near an old one starts from its impulses.</summary>
    public void Renew(ReadOnlySpan<ContactPoint> points, double near)
    {
        var old = Count;
        Span<ContactPoint> before = stackalloc ContactPoint[MostPoints];
        Points.AsSpan(0, old).CopyTo(before);
        Count = Math.Min(points.Length, MostPoints);
        for (var i = 0; i < Count; i++)
        {
            ref var point = ref Points[i];
            point = points[i];
            var (best, nearest) = (-1, near * near);
            for (var j = 0; j < old; j++)
            {
                var distance = (before[j].Local - point.Local).LengthSquared;
                if (distance < nearest)
                {
                    (best, nearest) = (j, distance);
                }
            }

            if (best >= 0)
            {
                point.Normal = before[best].Normal;
                point.FrictionU = before[best].FrictionU;
                point.FrictionV = before[best].FrictionV;
                before[best].Local = new(double.MaxValue, 0, 0);
            }
        }
    }
}
