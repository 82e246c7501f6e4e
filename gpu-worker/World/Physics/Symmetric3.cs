namespace SoraFunctions.World.Physics;

/// <summary>A symmetric matrix: an inertia tensor or its inverse.</summary>
/// <param name="XX">First row, first column.</param>
/// <param name="YY">Second row, second column.</param>
/// <param name="ZZ">Third row, third column.</param>
/// <param name="XY">First row, second column.</param>
/// <param name="XZ">First row, third column.</param>
/// <param name="YZ">Second row, third column.</param>
public readonly record struct Symmetric3(double XX, double YY, double ZZ, double XY, double XZ, double YZ)
{
    /// <summary>The matrix times a vector.</summary>
    public static Vector3d operator *(Symmetric3 m, Vector3d v) => new(
        (m.XX * v.X) + (m.XY * v.Y) + (m.XZ * v.Z),
        (m.XY * v.X) + (m.YY * v.Y) + (m.YZ * v.Z),
        (m.XZ * v.X) + (m.YZ * v.Y) + (m.ZZ * v.Z));

    /// <summary>The sum.</summary>
    public static Symmetric3 operator +(Symmetric3 a, Symmetric3 b) =>
        new(a.XX + b.XX, a.YY + b.YY, a.ZZ + b.ZZ, a.XY + b.XY, a.XZ + b.XZ, a.YZ + b.YZ);

    /// <summary>The multiple.</summary>
    public static Symmetric3 operator *(Symmetric3 m, double s) => new(m.XX * s, m.YY * s, m.ZZ * s, m.XY * s, m.XZ * s, m.YZ * s);

    /// <summary>The inverse of a positive definite matrix.</summary>
    public Symmetric3 Inverse()
    {
        var xx = (YY * ZZ) - (YZ * YZ);
        var xy = (XZ * YZ) - (XY * ZZ);
        var xz = (XY * YZ) - (XZ * YY);
        var scale = 1 / ((XX * xx) + (XY * xy) + (XZ * xz));
        return new Symmetric3(xx, (XX * ZZ) - (XZ * XZ), (XX * YY) - (XY * XY), xy, xz, (XY * XZ) - (XX * YZ)) * scale;
    }

    /// <summary>The same tensor in the world's axes: R M R^T.</summary>
    public Symmetric3 Seen(Rotation from)
    {
        Vector3d a = from.Turn(new(1, 0, 0)), b = from.Turn(new(0, 1, 0)), c = from.Turn(new(0, 0, 1));
        Vector3d p = (XX * a) + (XY * b) + (XZ * c), q = (XY * a) + (YY * b) + (YZ * c), r = (XZ * a) + (YZ * b) + (ZZ * c);
        return new(
            (p.X * a.X) + (q.X * b.X) + (r.X * c.X),
            (p.Y * a.Y) + (q.Y * b.Y) + (r.Y * c.Y),
            (p.Z * a.Z) + (q.Z * b.Z) + (r.Z * c.Z),
            (p.X * a.Y) + (q.X * b.Y) + (r.X * c.Y),
            (p.X * a.Z) + (q.X * b.Z) + (r.X * c.Z),
            (p.Y * a.Z) + (q.Y * b.Z) + (r.Y * c.Z));
    }
}
