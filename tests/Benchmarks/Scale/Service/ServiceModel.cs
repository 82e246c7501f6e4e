using SoraFunctions.Benchmarks.Scale.Queueing;
using SoraFunctions.Pipeline.Storyboards;
using SoraFunctions.Pipeline.Requests;
using SoraFunctions.Pipeline.Videos;
using SoraFunctions.Pipeline.Videos.Stages;
using SoraFunctions.Pipeline.Webhooks;

namespace SoraFunctions.Benchmarks.Scale.Service;

/// <summary>The service as stations, and the life of a video as a graph over them.</summary>
internal sealed class ServiceModel
{
    /// <summary>Name of the station that is the database.</summary>
    public const string Database = "database cores";

    private readonly ScaleOptions _options;
    private readonly Measured _measured;
    private readonly IReadOnlyList<double> _shots;
    private readonly List<Station> _stations = [];
    private readonly int _front;
    private readonly int _queue;
    private readonly int _control;
    private readonly int _partitions;
    private readonly int _slots;
    private readonly int _cores;
    private readonly int _database;
    private readonly int _blobs;
    private readonly int _judge;
    private readonly int _outside;
    private readonly int _workers;
    private readonly int _gpus;
    private int _instances;

    public ServiceModel(ScaleOptions options, Measured measured)
    {
        (_options, _measured) = (options, measured);
        var request = new VideoRequest { Prompt = "A red ball bounces", Seconds = options.Seconds, Channels = options.Channels };
        var storyboard = new EmbeddedWriter().Write(request, CancellationToken.None).GetAwaiter().GetResult().Storyboard;
        _shots = [.. storyboard.Shots.Select(shot => (double)shot.Seconds)];
        Calls = CallTrace.Of(options.Channels, _shots.Count, options.Webhooks);

        _front = Place("HTTP requests at a time", options.Instances * Figures.HttpConcurrency);
        _partitions = options.Backend == Backend.Storage ? options.Partitions : 1;
        _control = _stations.Count;
        for (var partition = 0; partition < _partitions; partition++)
        {
            Place(options.Backend == Backend.Storage ? "control queues" : "orchestration actions", 1);
        }

        _queue = options.Backend == Backend.Storage ? Place("activity queue", 1) : -1;
        _slots = Place("activity slots", options.Instances * options.Slots);
        _cores = Place("Functions cores", options.Instances);
        _database = Place(Database, options.DatabaseCores);
        _judge = Place("moderation", 1);
        _workers = Place("worker replicas", options.Replicas);
        _gpus = options.GpuSeconds is null ? -1 : Place("GPU replicas", options.Gpus);
        _blobs = Place("blob requests", int.MaxValue);
        _outside = Place("customers' endpoints", int.MaxValue);
        Graph = Build();
    }

    /// <summary>The stations; those without a limit last.</summary>
    public IReadOnlyList<Station> Stations => _stations;

    /// <summary>The life of a video.</summary>
    public JobGraph Graph { get; }

    /// <summary>What the orchestrations call.</summary>
    public Traced Calls { get; }

    /// <summary>Seconds of each shot.</summary>
    public IReadOnlyList<double> Shots => _shots;

    /// <summary>Actions of a video, those of callbacks included.</summary>
    public int Actions => Graph.All.Count(step => IsControl(step.Station) && step.Kind == StepKind.Serve);

    /// <summary>Database statements of a video.</summary>
    public double Statements => Loads()[_database] / Figures.StatementSeconds;

    /// <summary>Requests of a video to the blob store.</summary>
    public double BlobRequests => Loads()[_blobs] / Figures.BlobSeconds;

    /// <summary>Seconds times pixels of all renditions over those that were measured.</summary>
    public double Longer => _options.Channels.Sum(channel => (double)Pixels(channel)) / _measured.Pixels * (double)_options.Seconds / _measured.Seconds;

    /// <summary>What grows and shrinks: Functions instances and worker replicas.</summary>
    /// <param name="rate">Videos a second for which there are units at the start.</param>
    public IReadOnlyList<Scaler> Scalers(double rate)
    {
        // An instance has one core and a number of slots; Flex looks at its queues every few seconds and starts instances in seconds.
        var functions = new Scaler
        {
            Brings = [(_stations[_slots], _options.Slots), (_stations[_cores], 1)],
            Least = 1, Most = _options.Instances, Target = 0.7, Interval = 10, Lag = Figures.InstanceStart,
        };
        var load = Loads();
        functions.Begin((int)Math.Ceiling(Math.Max(load[_slots] * rate / _options.Slots, load[_cores] * rate) / 0.7));
        List<Scaler> all = [functions, Replicas(_workers, _options.Replicas, rate * load[_workers])];
        if (_gpus >= 0)
        {
            all.Add(Replicas(_gpus, _options.Gpus, rate * load[_gpus]));
        }

        return all;
    }

    /// <summary>Server seconds of each station that a video takes when nothing waits.</summary>
    public IReadOnlyList<double> Loads()
    {
        var loads = new double[_stations.Count];
        for (var node = 0; node < Graph.Count; node++)
        {
            var held = new Dictionary<int, double>();
            foreach (var step in Graph.Steps(node))
            {
                switch (step.Kind)
                {
                    case StepKind.Take:
                        held[step.Station] = 0;
                        break;
                    case StepKind.Give:
                        loads[step.Station] += held[step.Station];
                        held.Remove(step.Station);
                        break;
                    default:
                        for (var partition = 0; partition < step.Partitions; partition++)
                        {
                            loads[step.Station + partition] += step.Seconds / step.Partitions;
                        }

                        foreach (var station in held.Keys)
                        {
                            held[station] += step.Seconds;
                        }

                        break;
                }
            }
        }

        return loads;
    }

    /// <summary>Mean visits of a video to each station.</summary>
    public IReadOnlyList<double> Visits()
    {
        var visits = new double[_stations.Count];
        foreach (var step in Graph.All.Where(step => step.Kind != StepKind.Give))
        {
            for (var partition = 0; partition < step.Partitions; partition++)
            {
                visits[step.Station + partition] += 1.0 / step.Partitions;
            }
        }

        return visits;
    }

    private Scaler Replicas(int station, int most, double load)
    {
        var scaler = new Scaler { Brings = [(_stations[station], 1)], Least = 1, Most = most, Lag = _options.ReplicaStart };
        scaler.Begin((int)Math.Ceiling(load));
        return scaler;
    }

    private int Place(string name, int limit)
    {
        _stations.Add(new Station(name, limit));
        return _stations.Count - 1;
    }

    private bool IsControl(int station) => station >= _control && station < _control + _partitions;

    private JobGraph Build()
    {
        var graph = new JobGraph();
        var created = Cost("Accept");
        var start = graph.Add(
        [
            new Step(StepKind.Take, _front),
            Work(_cores, Figures.CreateSeconds),
            Work(_database, created.Statements * Figures.StatementSeconds),
            Work(_blobs, created.BlobRequests * Figures.BlobSeconds),
            new Step(StepKind.Give, _front),
        ]);
        _instances = 0;
        Orchestrate(graph, Calls, start, _options.Channels[0]);
        return graph;
    }

    /// <summary>Adds an orchestration behind a node and gives the node at its end.</summary>
    private int Orchestrate(JobGraph graph, Traced traced, int before, string channel)
    {
        var instance = _instances++;
        var last = graph.Add(Action(instance), before);
        foreach (var wave in traced.Waves)
        {
            List<int> ends = [];
            foreach (var (index, call) in wave.Index())
            {
                // The calls of a wave of renditions are its channels, those of a wave of renders its shots.
                var asked = graph.Add(Action(instance), last);
                var done = call.Sub is { } sub
                    ? Orchestrate(graph, sub, asked, call.Name == RenditionOrchestration.Definition.Name ? _options.Channels[index] : channel)
                    : Activity(graph, call.Name, new Part(instance, channel, index), asked);
                ends.Add(graph.Add(Action(instance), done));
            }

            last = ends.Count == 1 ? ends[0] : graph.Add([], ends);
        }

        return last;
    }

    private int Activity(JobGraph graph, string name, Part part, int before)
    {
        var cost = Cost(name);
        List<Step> queue = _queue < 0 ? [] : [new Step(StepKind.Serve, _queue, 1 / Figures.QueueMessages)];
        List<Step> begin = [.. queue, new Step(StepKind.Take, _slots)];
        List<Step> end = [.. Home(name, cost), new Step(StepKind.Give, _slots)];
        if (Job(name, part) is not { } job)
        {
            begin.Add(Work(_cores, Figures.ActivitySeconds + cost.CpuSeconds));
            return graph.Add([.. begin, .. Others(name), .. end], before);
        }

        begin.Add(Work(_cores, Figures.ActivitySeconds));
        if (!_options.Callbacks)
        {
            return graph.Add([.. begin, job, .. end], before);
        }

        // Submitted by one activity; the worker's event is an action; the result is taken home by another activity.
        var made = graph.Add(
            [.. begin, new Step(StepKind.Give, _slots), .. Action(part.Instance), job, .. Action(part.Instance), .. Action(part.Instance)], before);
        return graph.Add([.. begin, .. end], made);
    }

    /// <summary>What the worker does for an activity.</summary>
    private Step? Job(string name, Part part) =>
        name == RenderShot.Definition.Name ? RenderOf(part)
        : name == CutVideo.Definition.Name ? Work(_workers, CpuOf(name, part.Channel) * (double)_options.Seconds) with { First = true }
        : null;

    private Step RenderOf(Part part) => _options.GpuSeconds is { } gpu
        ? Work(_gpus, gpu * _shots[part.Index])
        : Work(_workers, CpuOf(RenderShot.Definition.Name, part.Channel) * _shots[part.Index]);

    /// <summary>What others do for an activity.</summary>
    private IEnumerable<Step> Others(string name) =>
        name == Moderate.Definition.Name || name == ExpandStoryboard.Definition.Name ? [new Step(StepKind.Serve, _judge, 1 / Figures.Judgements)]
        : name == WebhookOrchestration.Attempt.Name ? [Work(_outside, Figures.WebhookSeconds)]
        : [];

    /// <summary>Statements and blobs. The statements of renders show progress by whole per cents, so all renders of a video share them.</summary>
    private IEnumerable<Step> Home(string name, StageCost cost)
    {
        var sharers = name == RenderShot.Definition.Name ? _shots.Count * _options.Channels.Count : 1;
        yield return Work(_database, cost.Statements * Figures.StatementSeconds / sharers);
        yield return Work(_blobs, cost.BlobRequests * Figures.BlobSeconds / Math.Max(1, cost.Runs));
    }

    private List<Step> Action(int instance) =>
    [
        new Step(StepKind.Serve, _control, _options.Backend switch
        {
            Backend.Storage => 1 / Figures.PartitionActions,
            Backend.Consumption => 1 / Figures.ConsumptionActions,
            _ => 1 / (3 * Figures.DedicatedActions),
        }, Spread.Fixed, _partitions, instance),
        Work(_cores, Figures.TurnSeconds),
    ];

    /// <summary>Seconds of a replica for a second of video: measured core seconds, by pixels, over the cores that are kept busy.</summary>
    private double CpuOf(string stage, string channel)
    {
        var perSecond = Cost(stage).CpuSeconds / _measured.Seconds * Pixels(channel) / _measured.Pixels;
        return perSecond / (_options.ReplicaCores * _options.ReplicaUse);
    }

    private static int Pixels(string channel) => ChannelProfile.Find(channel)!.Size is var size ? size.Width * size.Height : 0;

    private static Step Work(int station, double seconds) => new(StepKind.Serve, station, seconds, Spread.Some);

    private StageCost Cost(string name) =>
        _measured.Stages.TryGetValue(name, out var cost) ? cost
        : name == WebhookOrchestration.Attempt.Name ? new StageCost { DatabaseReads = Figures.WebhookReads, DatabaseWrites = 1 }
        : throw new InvalidDataException($"The measurement has no '{name}'; './sora bench scale --measure FILE' makes a new one.");

    /// <summary>Where in a video an activity is.</summary>
    private readonly record struct Part(int Instance, string Channel, int Index);
}
