namespace SoraFunctions.World.Staging.Pictures.Mattes;

/// <summary>
/// The cheapest cut of a grid of pixels into two sides (Boykov and Kolmogorov, "An experimental comparison of min-cut/max-flow
/// algorithms for energy minimization in vision", 2004): two trees grow from both ends, a path where they meet is filled with flow, and
/// what loses its tree looks for a new one.
/// </summary>
internal sealed class GraphCut
{
    private const byte Free = 0, Source = 1, Sink = 2;
    private const sbyte ToTerminal = -1, Orphan = -2, None = -3;

    // Eight neighbours; each direction's opposite is the one with its lowest bit changed.
    private readonly int[] _steps;
    private readonly float[][] _capacity = new float[8][];
    private readonly float[] _terminal;
    private readonly byte[] _tree;
    private readonly sbyte[] _parent;
    private readonly int[] _distance;
    private readonly int[] _stamp;
    private readonly bool[] _isActive;
    private readonly Queue<int> _active = new();
    private readonly Queue<int> _orphans = new();
    private readonly int _width;
    private readonly int _stride;
    private int _time;

    /// <summary>A grid without edges.</summary>
    public GraphCut(int width, int height)
    {
        (_width, _stride) = (width, width + 2);
        var size = _stride * (height + 2);
        _steps = [1, -1, _stride, -_stride, _stride + 1, -_stride - 1, _stride - 1, -_stride + 1];
        for (var d = 0; d < 8; d++)
        {
            _capacity[d] = new float[size];
        }

        (_terminal, _tree, _parent, _distance, _stamp, _isActive) =
            (new float[size], new byte[size], new sbyte[size], new int[size], new int[size], new bool[size]);
        Array.Fill(_parent, None);
    }

    /// <summary>How much a pixel wants to be inside; outside when negative.</summary>
    public void Want(int x, int y, float inside) => _terminal[At(x, y)] = inside;

    /// <summary>What it costs to part a pixel from a neighbour inside the grid.</summary>
    /// <param name="x">Column.</param>
    /// <param name="y">Row.</param>
    /// <param name="direction">0 right, 2 down, 4 right and down, 6 left and down.</param>
    /// <param name="cost">Both ways.</param>
    public void Join(int x, int y, int direction, float cost)
    {
        var i = At(x, y);
        _capacity[direction][i] = cost;
        _capacity[direction ^ 1][i + _steps[direction]] = cost;
    }

    /// <summary>Finds the cut.</summary>
    public void Solve()
    {
        for (var i = 0; i < _terminal.Length; i++)
        {
            if (_terminal[i] != 0)
            {
                _tree[i] = _terminal[i] > 0 ? Source : Sink;
                (_parent[i], _distance[i]) = (ToTerminal, 1);
                Activate(i);
            }
        }

        while (_active.TryPeek(out var i))
        {
            if (_tree[i] == Free || !Grow(i, out var from, out var direction))
            {
                _active.Dequeue();
                _isActive[i] = false;
                continue;
            }

            _time++;
            Augment(from, direction);
            while (_orphans.TryDequeue(out var orphan))
            {
                Adopt(orphan);
            }
        }
    }

    /// <summary>Whether a pixel is inside.</summary>
    public bool IsInside(int x, int y) => _tree[At(x, y)] == Source;

    private int At(int x, int y) => ((y + 1) * _stride) + x + 1;

    private void Activate(int i)
    {
        if (!_isActive[i])
        {
            _isActive[i] = true;
            _active.Enqueue(i);
        }
    }

    // Room on the edge between a node of a tree and its neighbour, in the direction of that tree's flow.
    private float Room(int i, int direction, byte tree) =>
        tree == Source ? _capacity[direction][i] : _capacity[direction ^ 1][i + _steps[direction]];

    private bool Grow(int i, out int from, out int direction)
    {
        var tree = _tree[i];
        for (var d = 0; d < 8; d++)
        {
            if (Room(i, d, tree) <= 0)
            {
                continue;
            }

            var j = i + _steps[d];
            if (_tree[j] == Free)
            {
                (_tree[j], _parent[j], _stamp[j], _distance[j]) = (tree, (sbyte)(d ^ 1), _stamp[i], _distance[i] + 1);
                Activate(j);
            }
            else if (_tree[j] != tree)
            {
                (from, direction) = tree == Source ? (i, d) : (j, d ^ 1);
                return true;
            }
            else if (_stamp[j] <= _stamp[i] && _distance[j] > _distance[i] && _parent[j] >= 0)
            {
                (_parent[j], _stamp[j], _distance[j]) = ((sbyte)(d ^ 1), _stamp[i], _distance[i] + 1);
            }
        }

        (from, direction) = (0, 0);
        return false;
    }

    private void Augment(int from, int direction)
    {
        var to = from + _steps[direction];
        var flow = Math.Min(_capacity[direction][from], Math.Min(Narrowest(from, Source), Narrowest(to, Sink)));
        _capacity[direction][from] -= flow;
        _capacity[direction ^ 1][to] += flow;
        Push(from, Source, flow);
        Push(to, Sink, flow);
    }

    private float Narrowest(int i, byte tree)
    {
        var least = float.MaxValue;
        for (; _parent[i] != ToTerminal; i += _steps[_parent[i]])
        {
            var d = _parent[i];
            least = Math.Min(least, tree == Source ? _capacity[d ^ 1][i + _steps[d]] : _capacity[d][i]);
        }

        return Math.Min(least, Math.Abs(_terminal[i]));
    }

    private void Push(int i, byte tree, float flow)
    {
        while (_parent[i] != ToTerminal)
        {
            var d = _parent[i];
            var up = i + _steps[d];
            ref var used = ref tree == Source ? ref _capacity[d ^ 1][up] : ref _capacity[d][i];
            ref var back = ref tree == Source ? ref _capacity[d][i] : ref _capacity[d ^ 1][up];
            used -= flow;
            back += flow;
            if (used <= 0)
            {
                _parent[i] = Orphan;
                _orphans.Enqueue(i);
            }

            i = up;
        }

        _terminal[i] -= tree == Source ? flow : -flow;
        if (_terminal[i] == 0 || _terminal[i] > 0 != (tree == Source))
        {
            _terminal[i] = 0;
            _parent[i] = Orphan;
            _orphans.Enqueue(i);
        }
    }

    private void Adopt(int i)
    {
        var tree = _tree[i];
        var (best, least) = (None, int.MaxValue);
        for (sbyte d = 0; d < 8; d++)
        {
            // The flow comes from the neighbour for the source's tree and goes to it for the sink's.
            var j = i + _steps[d];
            var room = tree == Source ? _capacity[d ^ 1][j] : _capacity[d][i];
            if (room > 0 && _tree[j] == tree && Distance(j) is var distance && distance < least)
            {
                (best, least) = (d, distance);
            }
        }

        if (best != None)
        {
            (_parent[i], _stamp[i], _distance[i]) = (best, _time, least + 1);
            return;
        }

        for (var d = 0; d < 8; d++)
        {
            var j = i + _steps[d];
            if (_tree[j] != tree)
            {
                continue;
            }

            if ((tree == Source ? _capacity[d ^ 1][j] : _capacity[d][i]) > 0)
            {
                Activate(j);
            }

            if (_parent[j] == (d ^ 1))
            {
                _parent[j] = Orphan;
                _orphans.Enqueue(j);
            }
        }

        (_tree[i], _parent[i]) = (Free, None);
    }

    // How far a node is from its tree's end; the largest number when it hangs on an orphan. What was found is noted along the way.
    private int Distance(int start)
    {
        var length = 0;
        var i = start;
        while (_stamp[i] != _time)
        {
            if (_parent[i] is Orphan or None)
            {
                return int.MaxValue;
            }

            length++;
            if (_parent[i] == ToTerminal)
            {
                (_stamp[i], _distance[i]) = (_time, 1);
                length--;
                break;
            }

            i += _steps[_parent[i]];
        }

        var total = _distance[i] + length;
        for (var (j, distance) = (start, total); _stamp[j] != _time; j += _steps[_parent[j]])
        {
            (_stamp[j], _distance[j]) = (_time, distance--);
        }

        return total;
    }
}
