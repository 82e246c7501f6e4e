namespace SoraFunctions.Benchmarks.Scale.Queueing;

/// <summary>What every job does: nodes of steps, each begun when all nodes before it have ended. Nodes are added in an order that respects that.</summary>
internal sealed class JobGraph
{
    private readonly List<Step[]> _steps = [];
    private readonly List<List<int>> _after = [];
    private readonly List<int> _before = [];

    /// <summary>Number of nodes.</summary>
    public int Count => _steps.Count;

    /// <summary>Adds a node and gives its index.</summary>
    /// <param name="steps">What is done, one after another.</param>
    /// <param name="after">The nodes that must have ended before; none for a start.</param>
    public int Add(IEnumerable<Step> steps, params IReadOnlyList<int> after)
    {
        _steps.Add([.. steps]);
        _after.Add([]);
        _before.Add(after.Count);
        foreach (var node in after)
        {
            ArgumentOutOfRangeException.ThrowIfGreaterThanOrEqual(node, Count - 1, nameof(after));
            _after[node].Add(Count - 1);
        }

        return Count - 1;
    }

    /// <summary>The steps of a node.</summary>
    public Step[] Steps(int node) => _steps[node];

    /// <summary>The nodes that wait for a node.</summary>
    public IReadOnlyList<int> After(int node) => _after[node];

    /// <summary>How many nodes a node waits for.</summary>
    public int Before(int node) => _before[node];

    /// <summary>Every step of every node.</summary>
    public IEnumerable<Step> All => _steps.SelectMany(steps => steps);

    /// <summary>Seconds from start to end when nothing ever waits and every service takes its mean.</summary>
    public double ShortestTime()
    {
        var ends = new double[Count];
        var begins = new double[Count];
        for (var node = 0; node < Count; node++)
        {
            ends[node] = begins[node] + _steps[node].Where(step => step.Kind == StepKind.Serve).Sum(step => step.Seconds);
            foreach (var next in _after[node])
            {
                begins[next] = Math.Max(begins[next], ends[node]);
            }
        }

        return ends.Max();
    }
}
