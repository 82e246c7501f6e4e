using SoraFunctions.World.Physics;

namespace SoraFunctions.Benchmarks.Physics;

/// <summary>
/// How deep a body lies in another or in the ground, by their shapes alone: the least way along which one would have to leave the other,
/// searched over directions. The solver has no part in it.
/// </summary>
/// <param name="a">The body.</param>
/// <param name="b">The other; null for the ground, which is level at height 0.</param>
/// <param name="part">Part of the smaller one's least width that counts as deep.</param>
internal sealed class Overlap(Body a, Body? b, double part)
{
    private readonly Body _a = a;
    private readonly Body? _b = b;
    private readonly double _limit = part * LeastWidth(b is null || a.Shape.Reach <= b.Shape.Reach ? a : b);
    private readonly Dictionary<(int, int), Vector3d> _ways = [];
    private int _steps;

    /// <summary>For how many steps in a row they have been deep in each other; to be asked after each.</summary>
    public int Steps() => _steps = (_b is null ? PartsOf(_a.Shape).Any(IsInGround) : AreDeep(_a, _b)) ? _steps + 1 : 0;

    private bool IsInGround(Part part) => part.Shape.Margin - Farthest(_a, part, -Vector3d.UnitY).Y > _limit;

    private bool AreDeep(Body a, Body b)
    {
        if ((a.Position - b.Position).Length > a.Shape.Reach + b.Shape.Reach - _limit)
        {
            return false;
        }

        var (partsA, partsB) = (PartsOf(a.Shape), PartsOf(b.Shape));
        for (var i = 0; i < partsA.Count; i++)
        {
            for (var j = 0; j < partsB.Count; j++)
            {
                if (AreDeep((i, j), a, partsA[i], b, partsB[j]))
                {
                    return true;
                }
            }
        }

        return false;
    }

    // One direction along which they overlap less is enough, and it is most often that of the last step.
    private bool AreDeep((int, int) key, Body a, Part one, Body b, Part other)
    {
        var way = _ways.GetValueOrDefault(key, (b.Position - a.Position).Unit());
        if (Along(a, one, b, other, way) <= _limit)
        {
            return false;
        }

        var (best, least) = (way, double.MaxValue);
        var (axesA, axesB) = (Axes(a.Orientation * one.Orientation), Axes(b.Orientation * other.Orientation));
        var edges = from p in axesA from q in axesB let across = Vector3d.Cross(p, q) where across.Length > 1e-3 select across.Unit();
        foreach (var direction in (IEnumerable<Vector3d>)[way, .. axesA, .. axesB, .. edges])
        {
            var depth = Along(a, one, b, other, direction);
            (best, least) = depth < least ? (direction, depth) : (best, least);
        }

        // The overlap has creases along directions, so that a search along fixed axes would stop in them: it goes round instead.
        var (turn, inVain) = (0.5, 0);
        for (var i = 0; turn > 1e-4; i++)
        {
            var u = best.Across();
            var (sine, cosine) = Math.SinCos(2.4 * i);
            var direction = (best + (((u * cosine) + (Vector3d.Cross(best, u) * sine)) * turn)).Unit();
            var depth = Along(a, one, b, other, direction);
            inVain = depth < least ? 0 : inVain + 1;
            (best, least) = depth < least ? (direction, depth) : (best, least);
            (turn, inVain) = inVain == 12 ? (0.6 * turn, 0) : (turn, inVain);
        }

        _ways[key] = best;
        return least > _limit;
    }

    private static double LeastWidth(Body body) => Axes(Rotation.Identity).Min(axis =>
        Vector3d.Dot(body.Shape.Support(axis) - body.Shape.Support(-axis), axis) + (2 * body.Shape.Margin));

    private static double Along(Body a, Part one, Body b, Part other, Vector3d direction) =>
        Vector3d.Dot(Farthest(a, one, direction) - Farthest(b, other, -direction), direction) + one.Shape.Margin + other.Shape.Margin;

    private static Vector3d Farthest(Body body, Part part, Vector3d direction)
    {
        var turn = body.Orientation * part.Orientation;
        return body.Position + body.Orientation.Turn(part.Offset) + turn.Turn(part.Shape.Support(turn.TurnBack(direction)));
    }

    private static IReadOnlyList<Part> PartsOf(Shape shape) => shape is Compound compound ? compound.Parts : [new(shape, default)];

    private static Vector3d[] Axes(Rotation turn)
    {
        Vector3d x = turn.Turn(new(1, 0, 0)), y = turn.Turn(new(0, 1, 0)), z = turn.Turn(new(0, 0, 1));
        return [x, -x, y, -y, z, -z];
    }
}
