namespace SoraFunctions.World.Physics;

/// <summary>
/// How deep two cores overlap: the expanding polytope of van den Bergen ("Proximity queries and penetration depth computation on 3D game
/// objects", GDC 2001). It grows within A - B towards the face that is nearest to the origin, until that face is on the surface.
/// </summary>
internal static class Penetration
{
    private const int MostCorners = 64;
    private const int MostFaces = 2 * MostCorners;

    // Metres by which the depth may be more than the least.
    private const double Tolerance = 1e-6;

    // Least cosine between the way that the bodies came in and their way out: what is half through a plate goes back.
    private const double LeastAgreement = 0.05;

    /// <summary>The shortest way apart.</summary>
    /// <param name="a">The one.</param>
    /// <param name="b">The other.</param>
    /// <param name="known">Direction from the one to the other before they met: the way out is on that side. 0 for any side.</param>
    /// <returns>Unit direction from the one to the other, and the gap of the cores along it, 0 or less.</returns>
    public static (Vector3d Normal, double Gap) Of(in Placement a, in Placement b, Vector3d known)
    {
        Span<Vector3d> corners = stackalloc Vector3d[MostCorners];
        Span<Face> faces = stackalloc Face[MostFaces];
        var search = new Search(corners, faces);
        if (!search.Begin(a, b, out var flat))
        {
            return (Vector3d.Dot(flat, known) < 0 ? -flat : flat, 0);
        }

        var best = search.Nearest(known);
        while (search.Grow(a, b, best))
        {
            best = search.Nearest(known);
        }

        return (best.Normal, Math.Min(Gjk.Gap(a, b, best.Normal), 0));
    }

    private static Vector3d Corner(in Placement a, in Placement b, Vector3d direction) => a.Support(direction) - b.Support(-direction);

    // Seen from outside its corners go round counter-clockwise.
    private readonly record struct Face(int A, int B, int C, Vector3d Normal, double Distance);

    private ref struct Search(Span<Vector3d> corners, Span<Face> faces)
    {
        private readonly Span<Vector3d> _corners = corners;
        private readonly Span<Face> _faces = faces;
        private int _cornerCount, _faceCount;

        // A tetrahedron, as wide as comes easily; whether the origin is in it does not matter.
        public bool Begin(in Placement a, in Placement b, out Vector3d flat)
        {
            Vector3d first = default, second = default, third = default, fourth = default;
            var way = (b.Position - a.Position).Unit();
            flat = way;
            Span<Vector3d> ways = [way, way.Across(), Vector3d.Cross(way, way.Across())];
            var longest = 0.0;
            foreach (var direction in ways)
            {
                Vector3d far = Corner(a, b, direction), near = Corner(a, b, -direction);
                if ((far - near).Length > longest)
                {
                    (first, second, longest) = (far, near, (far - near).Length);
                }
            }

            if (longest < Tolerance)
            {
                return false;
            }

            var along = (second - first).Unit();
            var across = along.Across();
            flat = across;
            var widest = 0.0;
            for (var i = 0; i < 4; i++)
            {
                var corner = Corner(a, b, across);
                var off = Vector3d.Cross(along, corner - first).Length;
                (third, widest) = off > widest ? (corner, off) : (third, widest);
                across = Vector3d.Cross(along, across);
            }

            if (widest < Tolerance)
            {
                return false;
            }

            flat = Vector3d.Cross(along, third - first).Unit();
            Vector3d above = Corner(a, b, flat), below = Corner(a, b, -flat);
            double up = Vector3d.Dot(above - first, flat), down = Vector3d.Dot(first - below, flat);
            fourth = up > down ? above : below;
            if (Math.Max(up, down) < Tolerance)
            {
                return false;
            }

            (_corners[0], _corners[1], _corners[2], _corners[3]) = up > down ? (first, third, second, fourth) : (first, second, third, fourth);
            _cornerCount = 4;
            Add(0, 1, 2);
            Add(0, 2, 3);
            Add(0, 3, 1);
            Add(1, 3, 2);
            return true;
        }

        public readonly Face Nearest(Vector3d known)
        {
            var (best, least) = (_faces[0], double.MaxValue);
            for (var i = 0; i < _faceCount; i++)
            {
                ref readonly var face = ref _faces[i];
                if (face.Distance < least && (known == default || Vector3d.Dot(face.Normal, known) > LeastAgreement))
                {
                    (best, least) = (face, face.Distance);
                }
            }

            return best;
        }

        // Adds the farthest corner over a face; false when there is none farther than the face, or no room.
        public bool Grow(in Placement a, in Placement b, in Face face)
        {
            var corner = Corner(a, b, face.Normal);
            if (_cornerCount == MostCorners || Vector3d.Dot(corner, face.Normal) < face.Distance + Tolerance)
            {
                return false;
            }

            // What the new corner sees goes; the rim of the hole is joined with it.
            Span<(int From, int To)> rim = stackalloc (int, int)[3 * MostFaces];
            var edges = 0;
            for (var i = _faceCount - 1; i >= 0; i--)
            {
                var seen = _faces[i];
                if (Vector3d.Dot(corner, seen.Normal) > seen.Distance + (1e-3 * Tolerance))
                {
                    _faces[i] = _faces[--_faceCount];
                    edges = Toggle(rim, Toggle(rim, Toggle(rim, edges, seen.A, seen.B), seen.B, seen.C), seen.C, seen.A);
                }
            }

            if (_faceCount + edges > MostFaces)
            {
                return false;
            }

            _corners[_cornerCount++] = corner;
            for (var i = 0; i < edges; i++)
            {
                Add(rim[i].From, rim[i].To, _cornerCount - 1);
            }

            return true;
        }

        // An edge that two seen faces share is no rim.
        private static int Toggle(Span<(int From, int To)> rim, int count, int from, int to)
        {
            for (var i = 0; i < count; i++)
            {
                if (rim[i] == (to, from))
                {
                    rim[i] = rim[count - 1];
                    return count - 1;
                }
            }

            rim[count] = (from, to);
            return count + 1;
        }

        // A sliver that has no direction is never the nearest.
        private void Add(int a, int b, int c)
        {
            var normal = Vector3d.Cross(_corners[b] - _corners[a], _corners[c] - _corners[a]);
            var length = normal.Length;
            var unit = length > 1e-18 ? normal / length : default;
            _faces[_faceCount++] = new(a, b, c, unit, length > 1e-18 ? Vector3d.Dot(_corners[a], unit) : double.MaxValue);
        }
    }
}
