using System.Numerics;
using System.Runtime.CompilerServices;
using SoraFunctions.World.Scenes;
using static SoraFunctions.World.Render.WideMath;

namespace SoraFunctions.World.Render;

/// <summary>
/// The pose of a body while the shutter is open. The map into the body's space is interpolated entry by entry: exact for translation,
/// and for the few degrees that a body turns in half a frame as good as exact.
/// </summary>
internal readonly struct Motion
{
    private readonly Matrix4x4 open;
    private readonly Matrix4x4 change;
    private readonly Matrix4x4 openToWorld;
    private readonly Matrix4x4 closeToWorld;
    private readonly bool moves;

    /// <summary>From the body's space to the world at the middle of the exposure (row vectors).</summary>
    public readonly Matrix4x4 MiddleToWorld;

    public Motion(Pose previous, Pose current)
    {
        openToWorld = ToWorld(previous, current, Bodies.ShutterOpen);
        closeToWorld = ToWorld(previous, current, 1);
        MiddleToWorld = ToWorld(previous, current, (1 + Bodies.ShutterOpen) / 2);
        open = Rigid(openToWorld);
        change = Rigid(closeToWorld) - open;
        moves = previous != current;
    }

    /// <summary>The box in the world that holds the body's box throughout.</summary>
    public Box Sweep(Box local)
    {
        var box = Box.Empty;
        for (var corner = 0; corner < 8; corner++)
        {
            var p = Corner(local, corner);
            box = box.With(Vector3.Transform(p, openToWorld)).With(Vector3.Transform(p, closeToWorld));
        }

        var slack = new Vector3(1e-5f);
        return new Box(box.Min - slack, box.Max + slack);
    }

    /// <summary>A corner of a box in the body's space, in the world as the shutter opens and closes.</summary>
    public (Vector3 Open, Vector3 Close) CornerInWorld(Box local, int corner)
    {
        var p = Corner(local, corner);
        return (Vector3.Transform(p, openToWorld), Vector3.Transform(p, closeToWorld));
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void ToBody(in Rays rays, out Wide3 origin, out Wide3 direction)
    {
        var (o, d, t) = (rays.Origin, rays.Direction, rays.Time);
        if (!moves)
        {
            origin = new Wide3(
                Fma(o.X, All(open.M11), Fma(o.Y, All(open.M21), Fma(o.Z, All(open.M31), All(open.M41)))),
                Fma(o.X, All(open.M12), Fma(o.Y, All(open.M22), Fma(o.Z, All(open.M32), All(open.M42)))),
                Fma(o.X, All(open.M13), Fma(o.Y, All(open.M23), Fma(o.Z, All(open.M33), All(open.M43)))));
            direction = new Wide3(
                Fma(d.X, All(open.M11), Fma(d.Y, All(open.M21), d.Z * open.M31)),
                Fma(d.X, All(open.M12), Fma(d.Y, All(open.M22), d.Z * open.M32)),
                Fma(d.X, All(open.M13), Fma(d.Y, All(open.M23), d.Z * open.M33)));
            return;
        }

        var x = Row(open.M11, change.M11, open.M21, change.M21, open.M31, change.M31, t);
        var y = Row(open.M12, change.M12, open.M22, change.M22, open.M32, change.M32, t);
        var z = Row(open.M13, change.M13, open.M23, change.M23, open.M33, change.M33, t);
        origin = new Wide3(
            Wide3.Dot(x, o) + Mix(open.M41, change.M41, t),
            Wide3.Dot(y, o) + Mix(open.M42, change.M42, t),
            Wide3.Dot(z, o) + Mix(open.M43, change.M43, t));
        direction = new Wide3(Wide3.Dot(x, d), Wide3.Dot(y, d), Wide3.Dot(z, d));
    }

    /// <summary>A direction from the body's space to the world; its length is kept only nearly.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public Wide3 DirectionToWorld(in Wide3 v, Wide t)
    {
        var x = Row(open.M11, change.M11, open.M21, change.M21, open.M31, change.M31, t);
        var y = Row(open.M12, change.M12, open.M22, change.M22, open.M32, change.M32, t);
        var z = Row(open.M13, change.M13, open.M23, change.M23, open.M33, change.M33, t);
        return x * v.X + y * v.Y + z * v.Z;
    }

    /// <summary>A point of the body, given where it is now, at the middle of the exposure.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public Wide3 AtMiddle(in Wide3 point, Wide time)
    {
        if (!moves) return point;
        ToBody(new Rays { Origin = point, Direction = point, Time = time }, out var local, out _);
        var m = MiddleToWorld;
        return new Wide3(
            local.X * m.M11 + local.Y * m.M21 + local.Z * m.M31 + All(m.M41),
            local.X * m.M12 + local.Y * m.M22 + local.Z * m.M32 + All(m.M42),
            local.X * m.M13 + local.Y * m.M23 + local.Z * m.M33 + All(m.M43));
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Wide Mix(float from, float change, Wide t) => Fma(All(change), t, All(from));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Wide3 Row(float a, float da, float b, float db, float c, float dc, Wide t) =>
        new(Mix(a, da, t), Mix(b, db, t), Mix(c, dc, t));

    private static Vector3 Corner(Box box, int corner) => new(
        (corner & 1) == 0 ? box.Min.X : box.Max.X,
        (corner & 2) == 0 ? box.Min.Y : box.Max.Y,
        (corner & 4) == 0 ? box.Min.Z : box.Max.Z);

    private static Matrix4x4 ToWorld(Pose from, Pose to, float t)
    {
        var world = Matrix4x4.CreateFromQuaternion(Quaternion.Slerp(from.Orientation, to.Orientation, t));
        world.Translation = Vector3.Lerp(from.Position, to.Position, t);
        return world;
    }

    private static Matrix4x4 Rigid(Matrix4x4 world)
    {
        var turn = world with { Translation = Vector3.Zero };
        var inverse = Matrix4x4.Transpose(turn);
        inverse.Translation = Vector3.TransformNormal(-world.Translation, inverse);
        return inverse;
    }
}
