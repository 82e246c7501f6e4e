using System.Numerics;
using SoraFunctions.World.Scenes;

namespace SoraFunctions.World.Render;

/// <summary>Finds out which meshes are their own convex hull.</summary>
internal static class Hull
{
    /// <summary>More triangles are not looked at.</summary>
    private const int Most = 6_000;

    /// <summary>Dents and gaps count only from this part of the mesh's size on.</summary>
    private const float Tolerance = 1e-4f;

    /// <summary>Whether a mesh is closed, and nowhere bulges inwards.</summary>
    public static bool Is(Mesh mesh)
    {
        var count = mesh.Indices.Length / 3;
        if (count > Most) return false;
        var box = mesh.Positions.Aggregate(Box.Empty, (box, p) => box.With(p));
        var size = (box.Max - box.Min).Length();
        var points = mesh.Positions.Distinct().ToArray();
        var (middle, sum) = ((box.Min + box.Max) / 2, Vector3.Zero);
        for (var i = 0; i < count; i++)
        {
            var a = mesh.Positions[mesh.Indices[3 * i]];
            var normal = Vector3.Cross(mesh.Positions[mesh.Indices[3 * i + 1]] - a, mesh.Positions[mesh.Indices[3 * i + 2]] - a);
            var area = normal.Length();
            // A sliver has no side.
            if (area < 1e-9f * size * size) continue;
            sum += normal;
            normal /= area;
            if (Vector3.Dot(middle - a, normal) > 0) return false;
            foreach (var point in points)
                if (Vector3.Dot(point - a, normal) > Tolerance * size) return false;
        }

        // The areas of a closed surface cancel out.
        return sum.Length() < 1e-3f * size * size;
    }

    /// <summary>How far a point inside a convex mesh is from the nearest of its faces.</summary>
    public static float Depth(Mesh mesh, Vector3 point)
    {
        var depth = float.MaxValue;
        for (var i = 0; i < mesh.Indices.Length; i += 3)
        {
            var (a, b, c) = (mesh.Positions[mesh.Indices[i]], mesh.Positions[mesh.Indices[i + 1]], mesh.Positions[mesh.Indices[i + 2]]);
            var normal = Vector3.Cross(b - a, c - a);
            var length = normal.Length();
            if (length > 0) depth = MathF.Min(depth, Vector3.Dot(a - point, normal) / length);
        }

        return MathF.Max(0, depth);
    }
}
