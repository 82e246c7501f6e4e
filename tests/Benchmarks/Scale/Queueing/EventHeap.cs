namespace SoraFunctions.Benchmarks.Scale.Queueing;

/// <summary>What happens to a job, packed: which job, which node of its graph, which step of the node.</summary>
internal readonly record struct Moment(int Job, ushort Node, ushort Step);

/// <summary>Events by time; those of the same time in the order in which they were added, so that a seed decides everything.</summary>
internal sealed class EventHeap
{
    private (double Time, long Order, Moment What)[] _items = new (double, long, Moment)[1024];
    private long _order;

    /// <summary>Events not yet taken.</summary>
    public int Count { get; private set; }

    /// <summary>Time of the next event; only when there is one.</summary>
    public double Next => _items[0].Time;

    public void Add(double time, Moment what)
    {
        if (Count == _items.Length)
        {
            Array.Resize(ref _items, 2 * Count);
        }

        var at = Count++;
        var item = (time, _order++, what);
        while (at > 0 && Earlier(item, _items[(at - 1) / 4]))
        {
            _items[at] = _items[(at - 1) / 4];
            at = (at - 1) / 4;
        }

        _items[at] = item;
    }

    public (double Time, Moment What) Take()
    {
        var first = _items[0];
        var last = _items[--Count];
        var at = 0;
        while ((4 * at) + 1 < Count)
        {
            var least = (4 * at) + 1;
            for (var child = least + 1; child < Math.Min((4 * at) + 5, Count); child++)
            {
                least = Earlier(_items[child], _items[least]) ? child : least;
            }

            if (!Earlier(_items[least], last))
            {
                break;
            }

            _items[at] = _items[least];
            at = least;
        }

        _items[at] = last;
        return (first.Time, first.What);
    }

    private static bool Earlier(in (double Time, long Order, Moment What) one, in (double Time, long Order, Moment What) other) =>
        one.Time < other.Time || (one.Time == other.Time && one.Order < other.Order);
}
