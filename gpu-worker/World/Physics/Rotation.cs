using System.Numerics;

namespace SoraFunctions.World.Physics;

/// <summary>A unit quaternion in double precision: from a body's space to the world's.</summary>
/// <param name="X">Of the vector part.</param>
/// <param name="Y">Of the vector part.</param>
/// <param name="Z">Of the vector part.</param>
/// <param name="W">The scalar part.</param>
public readonly record struct Rotation(double X, double Y, double Z, double W)
{
    /// <summary>No rotation.</summary>
    public static Rotation Identity => new(0, 0, 0, 1);

    /// <summary>The opposite rotation.</summary>
    public Rotation Inverse => new(-X, -Y, -Z, W);

    /// <summary>Unit axis times angle in radians, 0 to pi.</summary>
    public Vector3d RotationVector
    {
        get
        {
            var half = new Vector3d(X, Y, Z) * (W < 0 ? -1 : 1);
            var sine = half.Length;
            return half * (sine < 1e-9 ? 2 : 2 * Math.Atan2(sine, Math.Abs(W)) / sine);
        }
    }

    /// <summary>The rotation vector, to first order: enough where it must vanish.</summary>
    internal Vector3d Vector => new Vector3d(X, Y, Z) * (W < 0 ? -2 : 2);

    /// <summary>First <paramref name="b"/>, then <paramref name="a"/>.</summary>
    public static Rotation operator *(Rotation a, Rotation b) => new(
        (a.W * b.X) + (a.X * b.W) + (a.Y * b.Z) - (a.Z * b.Y),
        (a.W * b.Y) - (a.X * b.Z) + (a.Y * b.W) + (a.Z * b.X),
        (a.W * b.Z) + (a.X * b.Y) - (a.Y * b.X) + (a.Z * b.W),
        (a.W * b.W) - (a.X * b.X) - (a.Y * b.Y) - (a.Z * b.Z));

    /// <summary>The rotation by an angle in radians about a unit axis, right-handed.</summary>
    public static Rotation About(Vector3d axis, double angle)
    {
        var (sine, cosine) = Math.SinCos(angle / 2);
        return new(axis.X * sine, axis.Y * sine, axis.Z * sine, cosine);
    }

    /// <summary>The rotation that takes the axes to three unit vectors at right angles, right-handed.</summary>
    public static Rotation Of(Vector3d x, Vector3d y, Vector3d z)
    {
        // Shepperd's method: divide by the largest part.
        var trace = x.X + y.Y + z.Z;
        if (trace > 0)
        {
            return new Rotation(y.Z - z.Y, z.X - x.Z, x.Y - y.X, 1 + trace).Unit();
        }

        return x.X >= y.Y && x.X >= z.Z ? new Rotation(1 + x.X - y.Y - z.Z, x.Y + y.X, z.X + x.Z, y.Z - z.Y).Unit()
            : y.Y >= z.Z ? new Rotation(x.Y + y.X, 1 - x.X + y.Y - z.Z, y.Z + z.Y, z.X - x.Z).Unit()
            : new Rotation(z.X + x.Z, y.Z + z.Y, 1 - x.X - y.Y + z.Z, x.Y - y.X).Unit();
    }

    /// <summary>The vector as the world sees it.</summary>
    public Vector3d Turn(Vector3d v)
    {
        var axis = new Vector3d(X, Y, Z);
        var t = 2 * Vector3d.Cross(axis, v);
        return v + (W * t) + Vector3d.Cross(axis, t);
    }

    /// <summary>The vector as the body sees it.</summary>
    public Vector3d TurnBack(Vector3d v) => new Rotation(-X, -Y, -Z, W).Turn(v);

    /// <summary>This after turning at an angular velocity (rad/s, world axes) for a time in seconds.</summary>
    public Rotation After(Vector3d angularVelocity, double seconds)
    {
        var speed = angularVelocity.Length;
        return speed * seconds < 1e-14 ? this : (About(angularVelocity / speed, speed * seconds) * this).Unit();
    }

    /// <summary>Angle in radians about the vertical of the body's front, 0 towards +z, growing towards +x.</summary>
    public double Yaw()
    {
        var front = Turn(new Vector3d(0, 0, 1));
        return Math.Atan2(front.X, front.Z);
    }

    /// <summary>The same in single precision.</summary>
    public Quaternion ToSingle() => new((float)X, (float)Y, (float)Z, (float)W);

    private Rotation Unit()
    {
        var scale = 1 / Math.Sqrt((X * X) + (Y * Y) + (Z * Z) + (W * W));
        return new(X * scale, Y * scale, Z * scale, W * scale);
    }
}
