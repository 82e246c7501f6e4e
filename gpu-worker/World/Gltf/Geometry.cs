using System.Numerics;

namespace SoraFunctions.World.Gltf;

/// <summary>What one morph target adds to the vertices of a geometry at weight 1.</summary>
/// <param name="Positions">One per vertex.</param>
/// <param name="Normals">One per vertex.</param>
internal sealed record Morph(Vector3[] Positions, Vector3[] Normals);

/// <summary>Which joints move each vertex of a geometry, and how much.</summary>
/// <param name="Joints">Four numbers of the skin's joints per vertex.</param>
/// <param name="Weights">Four weights per vertex, their sum 1.</param>
internal sealed record Binding(int[] Joints, Vector4[] Weights);

/// <summary>The triangles of one primitive, in the space of its mesh.</summary>
/// <param name="Positions">Vertices.</param>
/// <param name="Normals">Unit normals.</param>
/// <param name="Coordinates">Places in the material's pictures.</param>
/// <param name="Colours">Colours; null for none.</param>
/// <param name="Indices">Three per triangle.</param>
/// <param name="Morphs">Its morph targets.</param>
/// <param name="Binding">Its joints; null for none.</param>
internal sealed record Geometry(
    Vector3[] Positions, Vector3[] Normals, Vector2[] Coordinates, Vector4[]? Colours, int[] Indices, IReadOnlyList<Morph> Morphs, Binding? Binding)
{
    /// <summary>Its vertices and normals with its morph targets applied.</summary>
    public (Vector3[] Positions, Vector3[] Normals) Morphed(ReadOnlySpan<float> weights)
    {
        var positions = (Vector3[])Positions.Clone();
        var normals = (Vector3[])Normals.Clone();
        for (var k = 0; k < Math.Min(Morphs.Count, weights.Length); k++)
        {
            if (weights[k] == 0)
            {
                continue;
            }

            for (var i = 0; i < positions.Length; i++)
            {
                positions[i] += Morphs[k].Positions[i] * weights[k];
                normals[i] += Morphs[k].Normals[i] * weights[k];
            }
        }

        return (positions, normals);
    }

    /// <summary>Puts vertices where a matrix, or the matrices of their joints, take them; normals are made unit ones again.</summary>
    /// <param name="positions">Vertices; changed.</param>
    /// <param name="normals">Normals; changed.</param>
    /// <param name="world">For geometry without joints.</param>
    /// <param name="joints">From the mesh at rest to the model, by joint; null without a skin.</param>
    public void Place(Vector3[] positions, Vector3[] normals, Matrix4x4 world, Matrix4x4[]? joints)
    {
        for (var i = 0; i < positions.Length; i++)
        {
            var matrix = joints is null || Binding is null ? world : Blend(joints, i);
            positions[i] = Vector3.Transform(positions[i], matrix);
            normals[i] = Turned(normals[i], matrix);
        }
    }

    // Normals go with the matrix of cofactors, which is the transposed inverse up to a factor and exists for flat scales too.
    private static Vector3 Turned(Vector3 n, in Matrix4x4 m)
    {
        Vector3 x = new(m.M11, m.M12, m.M13), y = new(m.M21, m.M22, m.M23), z = new(m.M31, m.M32, m.M33);
        var turned = (n.X * Vector3.Cross(y, z)) + (n.Y * Vector3.Cross(z, x)) + (n.Z * Vector3.Cross(x, y));
        turned = Vector3.Dot(x, Vector3.Cross(y, z)) < 0 ? -turned : turned;
        var length = turned.Length();
        return length > 1e-30f && float.IsFinite(length) ? turned / length : Vector3.UnitY;
    }

    private Matrix4x4 Blend(Matrix4x4[] joints, int i)
    {
        var w = Binding!.Weights[i];
        return (joints[Binding.Joints[4 * i]] * w.X) + (joints[Binding.Joints[(4 * i) + 1]] * w.Y)
            + (joints[Binding.Joints[(4 * i) + 2]] * w.Z) + (joints[Binding.Joints[(4 * i) + 3]] * w.W);
    }
}
