using System.Numerics;

namespace SoraFunctions.World.Gltf;

/// <summary>How a node stands in its parent: first scaled, then turned, then moved.</summary>
internal readonly record struct Transform(Vector3 Translation, Quaternion Rotation, Vector3 Scale)
{
    /// <summary>Leaves everything where it is.</summary>
    public static Transform Identity => new(default, Quaternion.Identity, Vector3.One);

    /// <summary>As a matrix, for vectors in rows.</summary>
    public Matrix4x4 ToMatrix() =>
        Matrix4x4.CreateScale(Scale) * Matrix4x4.CreateFromQuaternion(Rotation) * Matrix4x4.CreateTranslation(Translation);

    /// <summary>From sixteen numbers by columns, for vectors in columns: the same order as by rows for vectors in rows.</summary>
    public static Matrix4x4 Matrix(ReadOnlySpan<float> m) =>
        new(m[0], m[1], m[2], m[3], m[4], m[5], m[6], m[7], m[8], m[9], m[10], m[11], m[12], m[13], m[14], m[15]);
}
