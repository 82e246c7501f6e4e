using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;
using SoraFunctions.World.Scenes;
using static SoraFunctions.World.Render.WideMath;

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
        var (x, y, z) = (Axis(points, p => p.X), Axis(points, p => p.Y), Axis(points, p => p.Z));
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
            if (Passed(x, y, z, a, normal, Tolerance * size)) return false;
        }

        // The areas of a closed surface cancel out.
        return sum.Length() < 1e-3f * size * size;
    }

    /// <summary>Numbers of points, filled up to whole vectors with the first one's.</summary>
    private static float[] Axis(Vector3[] points, Func<Vector3, float> number)
    {
        var result = new float[(points.Length + Wide.Count - 1) / Wide.Count * Wide.Count];
        for (var i = 0; i < result.Length; i++) result[i] = number(points[i < points.Length ? i : 0]);
        return result;
    }

    /// <summary>Whether a point lies farther than a distance in front of a plane.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static bool Passed(float[] x, float[] y, float[] z, Vector3 from, Vector3 normal, float distance)
    {
        for (var i = 0; i < x.Length; i += Wide.Count)
        {
            var away = new Wide3(
                Vector512.LoadUnsafe(ref x[i]) - All(from.X), Vector512.LoadUnsafe(ref y[i]) - All(from.Y), Vector512.LoadUnsafe(ref z[i]) - All(from.Z));
            if (Vector512.GreaterThanAny(Wide3.Dot(away, Wide3.All(normal)), All(distance))) return true;
        }

        return false;
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
