namespace SoraFunctions.Benchmarks.Scale.Queueing;

/// <summary>Servers with a line in front of them, first come first served, and another one that goes before it.</summary>
/// <param name="name">What it is called in tables.</param>
/// <param name="limit">The most servers that it may have.</param>
/// <param name="servers">The servers that it begins with; null for as many as it may have.</param>
internal sealed class Station(string name, int limit, int? servers = null)
{
    /// <summary>Seconds over which use is averaged before its peak is taken.</summary>
    public const double Bucket = 600;

    private readonly Queue<(double Since, Moment What)> _line = [];
    private readonly Queue<(double Since, Moment What)> _first = [];
    private readonly List<double> _buckets = [0];
    private double _last;

    public string Name { get; } = name;

    public int Limit { get; } = limit;

    public int Servers { get; set; } = servers ?? limit;

    /// <summary>Servers at work; more than there are for as long as a server that is to go ends its last job.</summary>
    public int Busy { get; private set; }

    public int Waiting => _line.Count + _first.Count;

    public int LongestLine { get; private set; }

    /// <summary>Every wait, those of zero included.</summary>
    public Tally Waits { get; } = new();

    /// <summary>Integral of <see cref="Busy"/> over time, in server seconds.</summary>
    public double BusyArea { get; private set; }

    /// <summary>Integral of <see cref="Waiting"/> over time, in job seconds.</summary>
    public double LineArea { get; private set; }

    /// <summary>Integral of <see cref="Servers"/> over time, in server seconds.</summary>
    public double ServerArea { get; private set; }

    /// <summary>Most busy servers, averaged over ten minutes.</summary>
    public double PeakBusy => _buckets.Max() / Bucket;

    /// <summary>Takes a server if one is free, or else a place in the line.</summary>
    public bool Enter(double now, Moment what, bool first = false)
    {
        Advance(now);
        if (Busy < Servers && Waiting == 0)
        {
            Busy++;
            Waits.Add(0);
            return true;
        }

        (first ? _first : _line).Enqueue((now, what));
        LongestLine = Math.Max(LongestLine, Waiting);
        return false;
    }

    public void Leave(double now)
    {
        Advance(now);
        Busy--;
    }

    /// <summary>Takes the first in the line if a server is free for it.</summary>
    public bool Admit(double now, out Moment what)
    {
        if (Busy >= Servers || !(_first.TryDequeue(out var next) || _line.TryDequeue(out next)))
        {
            what = default;
            return false;
        }

        Busy++;
        Waits.Add(now - next.Since);
        what = next.What;
        return true;
    }

    /// <summary>Brings the integrals up to now.</summary>
    public void Advance(double now)
    {
        var time = now - _last;
        LineArea += time * Waiting;
        ServerArea += time * Servers;
        BusyArea += time * Busy;
        while (now - (_buckets.Count - 1) * Bucket > Bucket)
        {
            var end = _buckets.Count * Bucket;
            _buckets[^1] += (end - _last) * Busy;
            _buckets.Add(0);
            _last = end;
        }

        _buckets[^1] += (now - _last) * Busy;
        _last = now;
    }
}
