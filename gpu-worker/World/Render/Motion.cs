using System.Numerics;
using System.Runtime.CompilerServices;
using SoraFunctions.World.Scenes;
using static SoraFunctions.World.Render.WideMath;

namespace SoraFunctions.World.Render;

/// <summary>The pose of a body in the middle of an exposure, and where it comes from and goes to meanwhile.</summary>
internal readonly struct Motion
{
    private readonly Matrix4x4 toBody;

    /// <summary>From the body's space to the world in the middle of the exposure (row vectors).</summary>
    public readonly Matrix4x4 ToWorld;

    /// <summary>As the shutter opens.</summary>
    public readonly Matrix4x4 Open;

    /// <summary>As it closes.</summary>
    public readonly Matrix4x4 Close;

    /// <summary>Whether it moves while the shutter is open.</summary>
    public readonly bool Moves;

    public Motion(Pose previous, Pose current, in Exposure exposure)
    {
        Moves = previous.Position != current.Position || previous.Orientation != current.Orientation;
        ToWorld = At(previous, current, exposure.Middle);
        Open = Moves ? At(previous, current, exposure.Open) : ToWorld;
        Close = Moves ? At(previous, current, exposure.Close) : ToWorld;
        toBody = Matrix4x4.Transpose(ToWorld with { Translation = Vector3.Zero });
        toBody.Translation = Vector3.TransformNormal(-ToWorld.Translation, toBody);
    }

    /// <summary>The box in the world around a box in the body's space.</summary>
    public Box Around(Box local)
    {
        var box = Box.Empty;
        for (var corner = 0; corner < 8; corner++) box = box.With(Vector3.Transform(local.Corner(corner), ToWorld));
        var slack = new Vector3(1e-5f);
        return new Box(box.Min - slack, box.Max + slack);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void ToBody(in Rays rays, out Wide3 origin, out Wide3 direction)
    {
        var (o, d) = (rays.Origin, rays.Direction);
        origin = Transform(toBody, o);
        direction = new Wide3(
            Fma(d.X, All(toBody.M11), Fma(d.Y, All(toBody.M21), d.Z * toBody.M31)),
            Fma(d.X, All(toBody.M12), Fma(d.Y, All(toBody.M22), d.Z * toBody.M32)),
            Fma(d.X, All(toBody.M13), Fma(d.Y, All(toBody.M23), d.Z * toBody.M33)));
    }

    /// <summary>A direction from the body's space to the world.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public Wide3 DirectionToWorld(in Wide3 v) => new(
        Fma(v.X, All(ToWorld.M11), Fma(v.Y, All(ToWorld.M21), v.Z * ToWorld.M31)),
        Fma(v.X, All(ToWorld.M12), Fma(v.Y, All(ToWorld.M22), v.Z * ToWorld.M32)),
        Fma(v.X, All(ToWorld.M13), Fma(v.Y, All(ToWorld.M23), v.Z * ToWorld.M33)));

    /// <summary>Points from the body's space.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Wide3 Transform(in Matrix4x4 m, in Wide3 p) => new(
        Fma(p.X, All(m.M11), Fma(p.Y, All(m.M21), Fma(p.Z, All(m.M31), All(m.M41)))),
        Fma(p.X, All(m.M12), Fma(p.Y, All(m.M22), Fma(p.Z, All(m.M32), All(m.M42)))),
        Fma(p.X, All(m.M13), Fma(p.Y, All(m.M23), Fma(p.Z, All(m.M33), All(m.M43)))));

    private static Matrix4x4 At(Pose from, Pose to, float t)
    {
        var world = Matrix4x4.CreateFromQuaternion(Quaternion.Slerp(from.Orientation, to.Orientation, t));
        world.Translation = Vector3.Lerp(from.Position, to.Position, t);
        return world;
    }
}
