namespace SoraFunctions.World.Physics.Fracture;

/// <summary>A place on an unrolled wall: angle in radians, and way along the outline against the way round.</summary>
internal readonly record struct Point(double Angle, double Along)
{
    public double SquareTo(Point other) => ((Angle - other.Angle) * (Angle - other.Angle)) + ((Along - other.Along) * (Along - other.Along));
}

/// <summary>A line through a wall, from outside to inside.</summary>
internal readonly record struct Pillar(Point Place, Corner Outer, Corner Inner)
{
    /// <summary>The pillar at a part of the way to another.</summary>
    public Pillar Towards(Pillar other, double part) => new(
        new(Place.Angle + ((other.Place.Angle - Place.Angle) * part), Place.Along + ((other.Place.Along - Place.Along) * part)),
        Outer.Towards(other.Outer, part),
        Inner.Towards(other.Inner, part));
}

/// <summary>What lies beyond an edge of a prism.</summary>
internal enum EdgeKind
{
    /// <summary>The wall goes on.</summary>
    Inside,

    /// <summary>The wall ends: its glazed rim.</summary>
    Rim,

    /// <summary>A crack.</summary>
    Crack,
}

/// <summary>A convex piece of a wall between its outer and its inner surface.</summary>
/// <param name="pillars">Its corners, counter-clockwise from outside.</param>
/// <param name="edges">What lies beyond the edge from each corner to the next.</param>
internal sealed class Prism(IReadOnlyList<Pillar> pillars, IReadOnlyList<EdgeKind> edges)
{
    /// <summary>Its parts in the Voronoi cells of points, round the axis too.</summary>
    public IEnumerable<(int Cell, Prism Piece)> Split(Point[] points)
    {
        var nearest = pillars.Select(pillar => Nearest(points, pillar.Place)).Distinct().ToArray();
        if (nearest.Length == 1)
        {
            yield return (nearest[0].Index, this);
            yield break;
        }

        for (var cell = 0; cell < points.Length; cell++)
        {
            for (var turn = -1; turn <= 1; turn++)
            {
                if (Within(points, cell, turn) is { } piece)
                {
                    yield return (cell, piece);
                }
            }
        }
    }

    /// <summary>Adds its surfaces: outside, inside, and where the wall ends.</summary>
    public void Draw(List<Facet> facets)
    {
        facets.Add(new(0, [.. pillars.Select(pillar => pillar.Outer)]));
        facets.Add(new(0, [.. pillars.Reverse().Select(pillar => pillar.Inner)]));
        for (var i = 0; i < pillars.Count; i++)
        {
            if (edges[i] != EdgeKind.Inside)
            {
                Pillar a = pillars[i], b = pillars[(i + 1) % pillars.Count];
                var normal = Vector3d.Cross(b.Outer.Place - a.Outer.Place, a.Outer.Place - a.Inner.Place).Unit().ToSingle();

                // Two triangles: the four corners need not lie in a plane.
                Corner Flat(Corner corner) => corner with { Normal = normal };
                var part = edges[i] == EdgeKind.Rim ? 0 : -1;
                facets.Add(new(part, [Flat(a.Outer), Flat(a.Inner), Flat(b.Inner)]));
                facets.Add(new(part, [Flat(a.Outer), Flat(b.Inner), Flat(b.Outer)]));
            }
        }
    }

    private static (int Index, int Turn) Nearest(Point[] points, Point place)
    {
        var (best, least) = ((0, 0), double.MaxValue);
        for (var i = 0; i < points.Length; i++)
        {
            for (var turn = -1; turn <= 1; turn++)
            {
                var square = place.SquareTo(Turned(points[i], turn));
                if (square < least)
                {
                    (best, least) = ((i, turn), square);
                }
            }
        }

        return best;
    }

    private static Point Turned(Point point, int turn) => point with { Angle = point.Angle + (2 * Math.PI * turn) };

    private Prism? Within(Point[] points, int cell, int turn)
    {
        var own = Turned(points[cell], turn);
        var (corners, kinds) = (pillars, edges);
        for (var other = 0; other < points.Length; other++)
        {
            for (var round = -1; round <= 1 && corners.Count > 2; round++)
            {
                if (other != cell || round != turn)
                {
                    (corners, kinds) = Clip(corners, kinds, own, Turned(points[other], round));
                }
            }
        }

        return corners.Count > 2 ? new(corners, kinds) : null;
    }

    private static (List<Pillar>, List<EdgeKind>) Clip(IReadOnlyList<Pillar> corners, IReadOnlyList<EdgeKind> kinds, Point own, Point other)
    {
        List<Pillar> kept = [];
        List<EdgeKind> beyond = [];
        for (var i = 0; i < corners.Count; i++)
        {
            Pillar here = corners[i], next = corners[(i + 1) % corners.Count];
            double now = here.Place.SquareTo(own) - here.Place.SquareTo(other), then = next.Place.SquareTo(own) - next.Place.SquareTo(other);
            if (now <= 0)
            {
                kept.Add(here);
                beyond.Add(then <= 0 || now < 0 ? kinds[i] : EdgeKind.Crack);
            }

            if (now * then < 0)
            {
                kept.Add(here.Towards(next, now / (now - then)));
                beyond.Add(now < 0 ? EdgeKind.Crack : kinds[i]);
            }
        }

        return (kept, beyond);
    }
}
