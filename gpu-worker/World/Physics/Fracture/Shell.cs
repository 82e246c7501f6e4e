using System.Numerics;
using SoraFunctions.World.Chances;
using SoraFunctions.World.Scenes;

namespace SoraFunctions.World.Physics.Fracture;

/// <summary>
/// A hollow thing of revolution that can break: a vase, a glass, a bowl, a plate. Its pieces are curved sherds of its wall; each crack
/// goes right through the wall.
/// </summary>
public sealed class Shell
{
    private const int Around = 48;

    private readonly (Vector2 Outer, Vector2 OuterNormal, Vector2 Inner, double Along, double Down)[] _rows;

    /// <summary>Takes the outer outline.</summary>
    /// <param name="outline">Radius and height in metres, from the bottom's middle on the axis (radius 0) to the rim.</param>
    /// <param name="wall">Thickness of the wall in metres, less than any radius but the first.</param>
    public Shell(IReadOnlyList<(double Radius, double Y)> outline, double wall)
    {
        Vector2[] points = [.. Divided(outline).Select(point => new Vector2((float)point.Radius, (float)point.Y))];
        var (low, high) = (points.Min(point => point.Y), points.Max(point => point.Y));
        var widest = points.Max(point => point.X);
        _rows = new (Vector2, Vector2, Vector2, double, double)[points.Length];
        double along = 0;
        for (var i = 0; i < points.Length; i++)
        {
            var tangent = points[Math.Min(i + 1, points.Length - 1)] - points[Math.Max(i - 1, 0)];
            var normal = i == 0 ? -Vector2.UnitY : Vector2.Normalize(new(tangent.Y, -tangent.X));
            var inner = points[i] - (normal * (float)wall);
            if (i > 0)
            {
                // Nearly conformal: a step along counts against the way round at the same height.
                along += (points[i] - points[i - 1]).Length() / Math.Max(0.5 * (points[i].X + points[i - 1].X), 0.3 * widest);
            }

            _rows[i] = (points[i], normal, inner with { X = Math.Max(i == 0 ? 0 : 1e-5f, inner.X) }, along, (high - points[i].Y) / Math.Max(high - low, 1e-6f));
        }
    }

    /// <summary>The whole: outside, inside and rim in one closed mesh, in the space of the outline.</summary>
    public Mesh Mesh => Facet.ToMesh(Skin(Prisms()), default);

    /// <summary>Breaks it.</summary>
    /// <param name="density">In kg/m3.</param>
    /// <param name="impact">Where it is hit, in the space of the outline.</param>
    /// <param name="count">How many sherds, 2 or more.</param>
    /// <param name="seed">Of the cracks.</param>
    /// <returns>The sherds; their offsets are in the space of the outline, their only outer mesh is the glazed skin.</returns>
    public IReadOnlyList<Fragment> Break(double density, Vector3d impact, int count, long seed)
    {
        var points = Points(impact, count, new Chance(seed));
        var cells = new List<Prism>?[count];
        foreach (var prism in Prisms())
        {
            foreach (var (cell, piece) in prism.Split(points))
            {
                (cells[cell] ??= []).Add(piece);
            }
        }

        return [.. cells.OfType<List<Prism>>().Select(cell => Fragment.Of(Skin(cell), 1, density))];
    }

    private static List<Facet> Skin(IEnumerable<Prism> prisms)
    {
        List<Facet> facets = [];
        foreach (var prism in prisms)
        {
            prism.Draw(facets);
        }

        return facets;
    }

    private static IEnumerable<(double Radius, double Y)> Divided(IReadOnlyList<(double Radius, double Y)> outline)
    {
        var length = outline.Zip(outline.Skip(1), (a, b) => Math.Sqrt(Math.Pow(b.Radius - a.Radius, 2) + Math.Pow(b.Y - a.Y, 2))).Sum();
        yield return outline[0];
        for (var i = 1; i < outline.Count; i++)
        {
            var (a, b) = (outline[i - 1], outline[i]);
            var steps = Math.Max(1, (int)Math.Ceiling(Math.Sqrt(Math.Pow(b.Radius - a.Radius, 2) + Math.Pow(b.Y - a.Y, 2)) * 28 / length));
            for (var k = 1; k <= steps; k++)
            {
                yield return (a.Radius + ((b.Radius - a.Radius) * k / steps), a.Y + ((b.Y - a.Y) * k / steps));
            }
        }
    }

    private List<Prism> Prisms()
    {
        var grid = new Pillar[_rows.Length, Around + 1];
        for (var i = 0; i < _rows.Length; i++)
        {
            for (var j = 0; j <= Around; j++)
            {
                grid[i, j] = At(i, j);
            }
        }

        List<Prism> prisms = [];
        for (var i = 0; i + 1 < _rows.Length; i++)
        {
            var rim = i + 2 == _rows.Length ? EdgeKind.Rim : EdgeKind.Inside;
            for (var j = 0; j < Around; j++)
            {
                // On the axis the first of the two has no area; cracks run through it all the same.
                prisms.Add(new([grid[i, j], grid[i, j + 1], grid[i + 1, j + 1]], [EdgeKind.Inside, EdgeKind.Inside, EdgeKind.Inside]));
                prisms.Add(new([grid[i, j], grid[i + 1, j + 1], grid[i + 1, j]], [EdgeKind.Inside, rim, EdgeKind.Inside]));
            }
        }

        return prisms;
    }

    private Pillar At(int row, int column)
    {
        var (outer, normal, inner, along, down) = _rows[row];
        var turn = (column / (double)Around) - 0.5;
        var (sine, cosine) = Math.SinCos(column == Around ? -Math.PI : 2 * Math.PI * turn);
        Vector3d Placed(Vector2 point) => new(point.X * sine, point.Y, point.X * cosine);
        var outwards = Placed(normal).ToSingle();
        var coordinate = new Vector2((float)(turn + 0.5), (float)down);
        return new(new(2 * Math.PI * turn, along), new(Placed(outer), outwards, coordinate), new(Placed(inner), -outwards, coordinate));
    }

    private Point[] Points(Vector3d impact, int count, Chance chance)
    {
        var reach = _rows.Max(row => Math.Max(row.Outer.X, Math.Abs(row.Outer.Y - (float)impact.Y)));
        double[] areas = new double[_rows.Length];
        for (var i = 1; i < _rows.Length; i++)
        {
            areas[i] = areas[i - 1] + ((_rows[i].Outer - _rows[i - 1].Outer).Length() * (_rows[i].Outer.X + _rows[i - 1].Outer.X));
        }

        var points = new Point[count];
        for (var i = 0; i < count;)
        {
            var area = chance.Next() * areas[^1];
            var row = Math.Max(1, Array.FindIndex(areas, sum => sum >= area));
            var part = (area - areas[row - 1]) / (areas[row] - areas[row - 1]);
            var angle = 2 * Math.PI * (chance.Next() - 0.5);
            var at = Vector2.Lerp(_rows[row - 1].Outer, _rows[row].Outer, (float)part);
            var place = new Vector3d(at.X * Math.Sin(angle), at.Y, at.X * Math.Cos(angle));
            if (chance.Next() < 0.15 + Math.Exp(-3 * (place - impact).Length / reach))
            {
                points[i++] = new(angle, _rows[row - 1].Along + (part * (_rows[row].Along - _rows[row - 1].Along)));
            }
        }

        return points;
    }
}
