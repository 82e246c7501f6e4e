using System.Numerics;
using SoraFunctions.World.Physics;
using SoraFunctions.World.Scenes;
using SoraFunctions.World.Staging.Forms;

namespace SoraFunctions.World.Staging;

/// <summary>The thread that a subject hangs on, as it is seen.</summary>
internal static class Cord
{
    /// <summary>A thin cylinder as long as the thread, its middle in the origin.</summary>
    public static Instance Make(HangingThread thread)
    {
        var half = (float)thread.Length / 2;
        var radius = Math.Max(0.0006f, 0.0022f * half);
        var builder = new MeshBuilder();
        Loft.Plain(builder, [new(0, -half), new(radius, -half), new(radius, half), new(0, half)]);
        return new(builder.Build(), new Material { Colour = new(0.75f), Roughness = 0.5f });
    }

    /// <summary>Where it is when its body is somewhere.</summary>
    public static Pose Pose(HangingThread thread, Vector3d position, Rotation orientation)
    {
        var end = position + orientation.Turn(thread.Attachment);
        var along = (thread.Anchor - end).Unit();
        var axis = Vector3d.Cross(Vector3d.UnitY, along);
        var angle = Math.Atan2(axis.Length, along.Y);
        return new(((thread.Anchor + end) / 2).ToSingle(), Rotation.About(axis.Unit(), angle).ToSingle());
    }
}
