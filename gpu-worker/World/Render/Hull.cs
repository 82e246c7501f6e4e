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

    /// <summary>
    /// How far a point inside a convex mesh is from the nearest of its faces; 0 where the mesh leaves a way out, as a carton's sides without
    /// its front do. Closed is what fills the whole sphere around the point (solid angles after Van Oosterom and Strackee, 1983).
    /// </summary>
    public static float Depth(Mesh mesh, Vector3 point)
    {
        var (depth, angle) = (float.MaxValue, 0.0);
        for (var i = 0; i < mesh.Indices.Length; i += 3)
        {
            var (a, b, c) = (mesh.Positions[mesh.Indices[i]] - point, mesh.Positions[mesh.Indices[i + 1]] - point, mesh.Positions[mesh.Indices[i + 2]] - point);
            var normal = Vector3.Cross(b - a, c - a);
            var length = normal.Length();
            if (length > 0) depth = MathF.Min(depth, Vector3.Dot(a, normal) / length);
            double la = a.Length(), lb = b.Length(), lc = c.Length();
            var part = (la * lb * lc) + (Vector3.Dot(a, b) * lc) + (Vector3.Dot(a, c) * lb) + (Vector3.Dot(b, c) * la);
            angle += 2 * Math.Atan2(Vector3.Dot(a, Vector3.Cross(b, c)), part);
        }

        return angle > 4 * Math.PI * (1 - Tolerance) ? MathF.Max(0, depth) : 0;
    }
}
