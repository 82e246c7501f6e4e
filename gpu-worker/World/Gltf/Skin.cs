using System.Numerics;

namespace SoraFunctions.World.Gltf;

/// <summary>Joints, and from the mesh at rest to each joint's space.</summary>
internal sealed record Skin(int[] Joints, Matrix4x4[] Inverses)
{
    /// <summary>Reads one.</summary>
    public static Skin Read(Place place, AccessorReader accessors, int nodes)
    {
        var joints = place.Required("joints").Items().Select(joint => (int)joint.Whole(0, nodes - 1)).ToArray();
        var inverses = place.Index("inverseBindMatrices", accessors.Count, "accessors") is { } index
            ? accessors.Matrices(index)
            : [.. joints.Select(_ => Matrix4x4.Identity)];
        return inverses.Length >= joints.Length && joints.Length > 0
            ? new(joints, inverses)
            : throw place.Broken($"has {joints.Length} joints and {inverses.Length} inverse bind matrices");
    }

    /// <summary>From the mesh at rest to the model, by joint.</summary>
    public Matrix4x4[] Matrices(Matrix4x4[] worlds) => [.. Joints.Select((joint, i) => Inverses[i] * worlds[joint])];
}
