using System.Numerics;
using System.Runtime.CompilerServices;

namespace SoraFunctions.World.Physics;

/// <summary>A vector in double precision: contacts are decided by differences of nearly equal positions.</summary>
/// <param name="X">To the right.</param>
/// <param name="Y">Upwards.</param>
/// <param name="Z">Towards the viewer.</param>
public readonly record struct Vector3d(double X, double Y, double Z)
{
    /// <summary>(0, 0, 0).</summary>
    public static Vector3d Zero => default;

    /// <summary>(0, 1, 0).</summary>
    public static Vector3d UnitY => new(0, 1, 0);

    /// <summary>Square of the length.</summary>
    public double LengthSquared => Dot(this, this);

    /// <summary>Length.</summary>
    public double Length => Math.Sqrt(LengthSquared);

    /// <summary>The sum.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector3d operator +(Vector3d a, Vector3d b) => new(a.X + b.X, a.Y + b.Y, a.Z + b.Z);

    /// <summary>The difference.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector3d operator -(Vector3d a, Vector3d b) => new(a.X - b.X, a.Y - b.Y, a.Z - b.Z);

    /// <summary>The opposite.</summary>
    public static Vector3d operator -(Vector3d a) => new(-a.X, -a.Y, -a.Z);

    /// <summary>The multiple.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector3d operator *(Vector3d a, double s) => new(a.X * s, a.Y * s, a.Z * s);

    /// <summary>The multiple.</summary>
    public static Vector3d operator *(double s, Vector3d a) => a * s;

    /// <summary>The part.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector3d operator /(Vector3d a, double s) => a * (1 / s);

    /// <summary>The dot product.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static double Dot(Vector3d a, Vector3d b) => (a.X * b.X) + (a.Y * b.Y) + (a.Z * b.Z);

    /// <summary>The cross product.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector3d Cross(Vector3d a, Vector3d b) =>
        new((a.Y * b.Z) - (a.Z * b.Y), (a.Z * b.X) - (a.X * b.Z), (a.X * b.Y) - (a.Y * b.X));

    /// <summary>The vector of length 1 in the same direction, or straight up for one that has no direction.</summary>
    public Vector3d Unit()
    {
        var length = Length;
        return length > 1e-12 ? this / length : UnitY;
    }

    /// <summary>
    /// The vector after turning at an angular velocity (rad/s) for a time in seconds: Rodrigues' formula, by series where the angle is
    /// small, as it is in a step.
    /// </summary>
    internal static Vector3d Turned(Vector3d v, Vector3d angularVelocity, double seconds)
    {
        var turn = angularVelocity * seconds;
        var square = turn.LengthSquared;
        double sine, cosine;
        if (square < 0.01)
        {
            sine = 1 - (square / 6 * (1 - (square / 20 * (1 - (square / 42)))));
            cosine = 0.5 - (square / 24 * (1 - (square / 30 * (1 - (square / 56)))));
        }
        else
        {
            var angle = Math.Sqrt(square);
            sine = Math.Sin(angle) / angle;
            cosine = (1 - Math.Cos(angle)) / square;
        }

        var across = Cross(turn, v);
        return v + (across * sine) + (Cross(turn, across) * cosine);
    }

    /// <summary>Some unit vector at right angles to this unit vector.</summary>
    public Vector3d Across() =>
        (Math.Abs(X) < 0.6 ? new Vector3d(0, Z, -Y) : new Vector3d(-Z, 0, X)).Unit();

    /// <summary>The same in single precision.</summary>
    public Vector3 ToSingle() => new((float)X, (float)Y, (float)Z);

    /// <summary>The same in double precision.</summary>
    public static Vector3d From(Vector3 v) => new(v.X, v.Y, v.Z);
}
