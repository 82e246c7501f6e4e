namespace SoraFunctions.World.Physics;

/// <summary>
/// Which bodies are near each other: boxes a little larger than the bodies, swept along x (Baraff, "Dynamic simulation of
/// non-penetrating rigid bodies", 1992). Nothing is done until a body leaves its box.
/// </summary>
internal sealed class BroadPhase(IReadOnlyList<Body> bodies, IReadOnlySet<(int A, int B)> apart)
{
    // Room that a box leaves at least, and how many steps a body may go on before it leaves it.
    private const double Room = 0.003;
    private const double Steps = 8;

    private readonly Vector3d[] _low = new Vector3d[bodies.Count];
    private readonly Vector3d[] _high = new Vector3d[bodies.Count];
    private readonly bool[] _in = new bool[bodies.Count];
    private readonly int[] _order = [.. Enumerable.Range(0, bodies.Count)];
    private readonly Dictionary<(int A, int B), Pair> _known = [];
    private readonly Stack<Manifold> _spare = [];
    private readonly List<Manifold> _leaving = [];
    private List<Pair> _pairs = [];
    private List<Pair> _before = [];
    private long _sweeps;

    /// <summary>Pairs that may touch, always in the same order for the same scene.</summary>
    public List<Pair> Pairs => _pairs;

    /// <summary>Brings the pairs up to date.</summary>
    public void Update(double step)
    {
        var stale = _sweeps == 0;
        for (var i = 0; i < bodies.Count; i++)
        {
            var body = bodies[i];
            if (body.Takes != _in[i])
            {
                _in[i] = body.Takes;
                stale = true;
            }
            else if (!body.Takes || (body.Asleep && body.Position == body.LeftAt))
            {
                continue;
            }

            stale |= !Fits(i, body, step);
        }

        if (stale)
        {
            Sweep();
        }
    }

    /// <summary>Lets the manifolds of pairs that are no longer near be used again: only between steps, for a step still holds them.</summary>
    public void Release()
    {
        foreach (var manifold in _leaving)
        {
            _spare.Push(manifold);
        }

        _leaving.Clear();
    }

    /// <summary>A manifold for two parts of a pair.</summary>
    public Manifold Take() => _spare.Count > 0 ? _spare.Pop() : new Manifold();

    private bool Fits(int i, Body body, double step)
    {
        var half = body.Shape.Half;
        Vector3d middle = body.Position, extent;
        if (body.Shape is Ball)
        {
            extent = half;
        }
        else
        {
            middle += body.Orientation.Turn(body.Shape.Middle);
            Vector3d x = body.Orientation.Turn(new(half.X, 0, 0)), y = body.Orientation.Turn(new(0, half.Y, 0)), z = body.Orientation.Turn(new(0, 0, half.Z));
            extent = new(
                Math.Abs(x.X) + Math.Abs(y.X) + Math.Abs(z.X),
                Math.Abs(x.Y) + Math.Abs(y.Y) + Math.Abs(z.Y),
                Math.Abs(x.Z) + Math.Abs(y.Z) + Math.Abs(z.Z));
        }

        // What a pair is looked at for lies within a few steps of either body.
        var pace = (body.Velocity.Length + (body.AngularVelocity.Length * body.Shape.Reach)) * step;
        var needed = extent + (new Vector3d(1, 1, 1) * ((2.3 * pace) + 0.0005));
        Vector3d low = middle - needed, high = middle + needed;
        if (low.X >= _low[i].X && low.Y >= _low[i].Y && low.Z >= _low[i].Z &&
            high.X <= _high[i].X && high.Y <= _high[i].Y && high.Z <= _high[i].Z)
        {
            return true;
        }

        var room = new Vector3d(1, 1, 1) * (Room + (Steps * pace));
        (_low[i], _high[i]) = (low - room, high + room);
        return false;
    }

    private void Sweep()
    {
        _sweeps++;
        (_pairs, _before) = (_before, _pairs);
        _pairs.Clear();
        for (var i = 1; i < _order.Length; i++)
        {
            var moved = _order[i];
            var j = i - 1;
            for (; j >= 0 && _low[_order[j]].X > _low[moved].X; j--)
            {
                _order[j + 1] = _order[j];
            }

            _order[j + 1] = moved;
        }

        for (var i = 0; i < _order.Length; i++)
        {
            var one = _order[i];
            if (!_in[one])
            {
                continue;
            }

            for (var j = i + 1; j < _order.Length && _low[_order[j]].X <= _high[one].X; j++)
            {
                var other = _order[j];
                if (_in[other] && _low[one].Y <= _high[other].Y && _low[other].Y <= _high[one].Y &&
                    _low[one].Z <= _high[other].Z && _low[other].Z <= _high[one].Z)
                {
                    Keep(Math.Min(one, other), Math.Max(one, other));
                }
            }
        }

        foreach (var pair in _before)
        {
            if (pair.Swept != _sweeps)
            {
                foreach (var manifold in pair.Manifolds)
                {
                    _leaving.Add(manifold);
                }

                pair.Manifolds.Clear();
            }
        }
    }

    private void Keep(int a, int b)
    {
        if (apart.Contains((a, b)) || (bodies[a].Motor is not null && bodies[b].Motor is not null))
        {
            return;
        }

        if (!_known.TryGetValue((a, b), out var pair))
        {
            _known[(a, b)] = pair = new Pair(a, b);
        }

        if (pair.Swept != _sweeps - 1)
        {
            pair.Apart = 0;
            pair.Towards = default;
        }

        pair.Swept = _sweeps;
        _pairs.Add(pair);
    }
}
