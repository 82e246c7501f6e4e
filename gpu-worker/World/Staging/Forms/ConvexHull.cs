using System.Numerics;

namespace SoraFunctions.World.Staging.Forms;

/// <summary>The convex hull of a few points, point by point: what a new point sees goes, and its edge is joined to the point.</summary>
internal static class ConvexHull
{
    /// <summary>Its triangles, counter-clockwise seen from outside; none when the points lie in a plane.</summary>
    public static List<(int A, int B, int C)> Of(IReadOnlyList<Vector3> points)
    {
        List<(int A, int B, int C)> faces = [];
        var (a, b, c, d) = First(points);
        if (a < 0)
        {
            return faces;
        }

        faces.AddRange(Above(a, b, c, d) > 0 ? [(a, c, b), (a, b, d), (b, c, d), (c, a, d)] : new[] { (a, b, c), (b, a, d), (c, b, d), (a, c, d) });
        var near = 1e-6 * Math.Abs(Above(a, b, c, d));
        for (var p = 0; p < points.Count; p++)
        {
            var seen = faces.Where(face => Above(face.A, face.B, face.C, p) > near).ToHashSet();
            if (seen.Count == 0)
            {
                continue;
            }

            var edges = seen.SelectMany(face => new[] { (face.A, face.B), (face.B, face.C), (face.C, face.A) }).ToHashSet();
            faces.RemoveAll(seen.Contains);
            foreach (var (from, to) in edges)
            {
                if (!edges.Contains((to, from)))
                {
                    faces.Add((from, to, p));
                }
            }
        }

        return faces;

        // Six times the volume over a triangle: positive on its outer side.
        double Above(int i, int j, int k, int p)
        {
            Vector3 u = points[j] - points[i], v = points[k] - points[i], w = points[p] - points[i];
            return ((double)u.X * ((v.Y * w.Z) - (v.Z * w.Y))) + ((double)u.Y * ((v.Z * w.X) - (v.X * w.Z))) + ((double)u.Z * ((v.X * w.Y) - (v.Y * w.X)));
        }
    }

    // Four points far apart; -1 when they lie in a plane.
    private static (int A, int B, int C, int D) First(IReadOnlyList<Vector3> points)
    {
        var a = 0;
        var b = Farthest(p => Vector3.DistanceSquared(points[p], points[a]));
        var along = points[b] - points[a];
        var c = Farthest(p => Vector3.Cross(along, points[p] - points[a]).LengthSquared());
        var normal = Vector3.Cross(along, points[c] - points[a]);
        var d = Farthest(p => Math.Abs(Vector3.Dot(normal, points[p] - points[a])));
        var height = Math.Abs(Vector3.Dot(normal, points[d] - points[a])) / Math.Max(normal.Length(), 1e-30f);
        return height > 1e-4f * along.Length() ? (a, b, c, d) : (-1, 0, 0, 0);

        int Farthest(Func<int, float> measure) => Enumerable.Range(0, points.Count).MaxBy(measure);
    }
}
