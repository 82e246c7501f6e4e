namespace SoraFunctions.Benchmarks.Scale.Queueing;

/// <summary>Runs jobs through stations, event by event, until every job that came has ended.</summary>
/// <param name="graph">What a job does.</param>
/// <param name="stations">Where.</param>
/// <param name="scalers">What adds and removes servers.</param>
/// <param name="seed">Same seed, same run.</param>
internal sealed class Simulation(JobGraph graph, IReadOnlyList<Station> stations, IReadOnlyList<Scaler> scalers, int seed)
{
    private readonly Chance _chance = new(seed);
    private readonly EventHeap _events = new();
    private readonly Stack<int> _free = [];
    private readonly int[] _starts = [.. Enumerable.Range(0, graph.Count).Where(node => graph.Before(node) == 0)];
    private readonly Step[][] _steps = [.. Enumerable.Range(0, graph.Count).Select(graph.Steps)];
    private readonly int[][] _after = [.. Enumerable.Range(0, graph.Count).Select(node => graph.After(node).ToArray())];
    private Job[] _jobs = [];
    private int[] _waitsFor = [];
    private double _now;

    /// <summary>Times from arrival to end.</summary>
    public Tally Times { get; } = new();

    /// <summary>Jobs that came.</summary>
    public long Came { get; private set; }

    /// <summary>Jobs that ended.</summary>
    public long Ended { get; private set; }

    /// <summary>Events that were handled.</summary>
    public long Events { get; private set; }

    /// <summary>Integral of jobs present over time, in job seconds.</summary>
    public double PresentArea { get; private set; }

    /// <summary>Most jobs present at a time.</summary>
    public int MostPresent { get; private set; }

    /// <summary>When the last job ended, in seconds.</summary>
    public double End => _now;

    /// <summary>Runs until all that arrived has ended.</summary>
    /// <param name="arrivals">When jobs come.</param>
    public void Run(Arrivals arrivals)
    {
        var looks = scalers.Select(scaler => scaler.Interval).ToArray();
        var arrival = arrivals.After(0, _chance);
        while (_events.Count > 0 || arrival < double.PositiveInfinity)
        {
            var next = Math.Min(arrival, _events.Count > 0 ? _events.Next : double.PositiveInfinity);
            var look = Earliest(looks);
            if (look >= 0 && looks[look] <= next)
            {
                Move(looks[look]);
                Look(scalers[look]);
                looks[look] += scalers[look].Interval;
            }
            else if (arrival <= next)
            {
                Move(arrival);
                Begin();
                arrival = arrivals.After(arrival, _chance);
            }
            else
            {
                var (time, what) = _events.Take();
                Move(time);
                Served(what);
            }

            if (_events.Count == 0 && arrival == double.PositiveInfinity && Ended < Came && scalers.Count > 0)
            {
                Wait(looks);
            }
        }

        foreach (var station in stations)
        {
            station.Advance(_now);
        }
    }

    private static int Earliest(double[] looks) => looks.Length == 0 ? -1 : Array.IndexOf(looks, looks.Min());

    /// <summary>Everyone waits for servers that are yet to come.</summary>
    private void Wait(double[] looks)
    {
        while (_events.Count == 0)
        {
            var look = Earliest(looks);
            Move(looks[look]);
            Look(scalers[look]);
            looks[look] += scalers[look].Interval;
        }
    }

    private void Move(double now)
    {
        PresentArea += (now - _now) * (Came - Ended);
        _now = now;
    }

    private void Look(Scaler scaler)
    {
        foreach (var (station, _) in scaler.Brings)
        {
            station.Advance(_now);
        }

        scaler.Look(_now);
        foreach (var (station, _) in scaler.Brings)
        {
            Admit(station);
        }
    }

    private void Begin()
    {
        if (!_free.TryPop(out var job))
        {
            job = (int)(Came - Ended);
            if (job >= _jobs.Length)
            {
                Array.Resize(ref _jobs, Math.Max(1024, 2 * job));
                Array.Resize(ref _waitsFor, _jobs.Length * graph.Count);
            }
        }

        _jobs[job] = new Job(_now, Came++, graph.Count);
        MostPresent = Math.Max(MostPresent, (int)(Came - Ended));
        for (var node = 0; node < graph.Count; node++)
        {
            _waitsFor[(job * graph.Count) + node] = graph.Before(node);
        }

        foreach (var node in _starts)
        {
            Go(new Moment(job, (ushort)node, 0));
        }
    }

    /// <summary>Goes on with a node from a step, until it has to wait or is being served.</summary>
    private void Go(Moment what)
    {
        var steps = _steps[what.Node];
        for (var at = (int)what.Step; at < steps.Length; at++)
        {
            ref readonly var step = ref steps[at];
            var station = StationOf(step, what.Job);
            var here = what with { Step = (ushort)at };
            if (step.Kind == StepKind.Give)
            {
                station.Leave(_now);
                Admit(station);
            }
            else if (!station.Enter(_now, here, step.First))
            {
                return;
            }
            else if (step.Kind == StepKind.Serve)
            {
                _events.Add(_now + _chance.Around(step.Seconds, step.Spread), here);
                return;
            }
        }

        EndNode(what.Job, what.Node);
    }

    private void Served(Moment what)
    {
        Events++;
        var station = StationOf(_steps[what.Node][what.Step], what.Job);
        station.Leave(_now);
        Admit(station);
        Go(what with { Step = (ushort)(what.Step + 1) });
    }

    private void Admit(Station station)
    {
        while (station.Admit(_now, out var what))
        {
            ref readonly var step = ref _steps[what.Node][what.Step];
            if (step.Kind == StepKind.Serve)
            {
                _events.Add(_now + _chance.Around(step.Seconds, step.Spread), what);
            }
            else
            {
                Go(what with { Step = (ushort)(what.Step + 1) });
            }
        }
    }

    private void EndNode(int job, int node)
    {
        foreach (var next in _after[node])
        {
            if (--_waitsFor[(job * graph.Count) + next] == 0)
            {
                Go(new Moment(job, (ushort)next, 0));
            }
        }

        if (--_jobs[job].Left == 0)
        {
            Times.Add(_now - _jobs[job].Since);
            Ended++;
            _free.Push(job);
        }
    }

    private Station StationOf(in Step step, int job) => step.Partitions == 1
        ? stations[step.Station]
        : stations[step.Station + (int)(Mix(((ulong)_jobs[job].Number << 8) + (ulong)step.Key) % (ulong)step.Partitions)];

    /// <summary>The finaliser of SplitMix64 (Steele, Lea, Flood 2014): neighbours get places that have nothing to do with each other.</summary>
    private static ulong Mix(ulong value)
    {
        value = (value ^ (value >> 30)) * 0xbf58476d1ce4e5b9;
        value = (value ^ (value >> 27)) * 0x94d049bb133111eb;
        return value ^ (value >> 31);
    }

    private record struct Job(double Since, long Number, int Left);
}
