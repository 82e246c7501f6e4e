using System.Numerics;

namespace SoraFunctions.World.Physics.Fracture;

/// <summary>Cuts a closed convex surface into the cells of points: each has what is nearer to its point than to any other.</summary>
internal static class Voronoi
{
    /// <summary>The cell of one point, as a closed surface; no facets when it is empty.</summary>
    public static List<Facet> Cell(List<Facet> whole, IReadOnlyList<Vector3d> points, int index)
    {
        var (cell, own) = (whole, points[index]);
        foreach (var other in points.Where((_, i) => i != index).OrderBy(point => (point - own).LengthSquared))
        {
            // What lies farther away than twice the cell's reach cannot cut it.
            var normal = other - own;
            if (cell.Count == 0 || normal.LengthSquared > 4 * cell.Max(facet => facet.Corners.Max(corner => (corner.Place - own).LengthSquared)))
            {
                break;
            }

            cell = Cut(cell, (own + other) / 2, normal.Unit());
        }

        return cell;
    }

    // Keeps what lies behind a plane and closes the cut.
    private static List<Facet> Cut(List<Facet> facets, Vector3d place, Vector3d normal)
    {
        List<Facet> kept = new(facets.Count);
        List<Vector3d> rim = [];
        foreach (var facet in facets)
        {
            List<Corner> corners = [];
            for (var i = 0; i < facet.Corners.Count; i++)
            {
                Corner here = facet.Corners[i], next = facet.Corners[(i + 1) % facet.Corners.Count];
                double now = Vector3d.Dot(here.Place - place, normal), then = Vector3d.Dot(next.Place - place, normal);
                if (now <= 0)
                {
                    corners.Add(here);
                }

                if (now * then < 0)
                {
                    var crossing = here.Towards(next, now / (now - then));
                    corners.Add(crossing);
                    rim.Add(crossing.Place);
                }
                else if (now == 0)
                {
                    rim.Add(here.Place);
                }
            }

            if (corners.Count > 2)
            {
                kept.Add(corners.Count == facet.Corners.Count && corners.SequenceEqual(facet.Corners) ? facet : new(facet.Part, corners));
            }
        }

        if (rim.Count > 2 && Lid(rim, normal) is { Corners.Count: > 2 } lid)
        {
            kept.Add(lid);
        }

        return kept;
    }

    // The cut through something convex is convex: Andrew's monotone chain over its rim.
    private static Facet Lid(List<Vector3d> rim, Vector3d normal)
    {
        var u = normal.Across();
        var v = Vector3d.Cross(normal, u);
        var points = rim.Select(place => (X: Vector3d.Dot(place, u), Y: Vector3d.Dot(place, v), Place: place))
            .OrderBy(point => point.X).ThenBy(point => point.Y).ToArray();
        List<(double X, double Y, Vector3d Place)> chain = [];
        for (var side = 0; side < 2; side++)
        {
            var first = chain.Count;
            foreach (var point in side == 0 ? points : points.Reverse())
            {
                while (chain.Count > first + 1 && Turn(chain[^2], chain[^1], point) <= 1e-16)
                {
                    chain.RemoveAt(chain.Count - 1);
                }

                chain.Add(point);
            }

            chain.RemoveAt(chain.Count - 1);
        }

        return new(-1, [.. chain.Select(point => new Corner(point.Place, normal.ToSingle(), new((float)point.X * 10, (float)point.Y * 10)))]);
    }

    private static double Turn((double X, double Y, Vector3d) a, (double X, double Y, Vector3d) b, (double X, double Y, Vector3d) c) =>
        ((b.X - a.X) * (c.Y - a.Y)) - ((b.Y - a.Y) * (c.X - a.X));
}
