using SoraFunctions.Benchmarks.Scale.Queueing;
using SoraFunctions.Pipeline.Moderation;
using SoraFunctions.Pipeline.Storyboards;
using SoraFunctions.Pipeline.Videos.Stages;

namespace SoraFunctions.Benchmarks.Scale.Service;

/// <summary>A stamp of the service, the life of a video in it, and what follows from both by arithmetic.</summary>
internal sealed class ServiceModel
{
    private readonly ScaleOptions _options;
    private readonly Places _places;

    public ServiceModel(ScaleOptions options, Measured measured)
    {
        _options = options;
        _places = new Places(options);
        var request = Sample.Of(options.Seconds, options.Channels);
        var storyboard = new EmbeddedWriter().Write(request, CancellationToken.None).GetAwaiter().GetResult().Storyboard;
        Shots = [.. storyboard.Shots.Select(shot => (double)shot.Seconds)];
        Calls = CallTrace.Of(options.Channels, Shots.Count, options.Webhooks);
        Judgements = new Dictionary<string, int>
        {
            // One for all short texts together, and one each whether prompt and product command the machine.
            [Moderate.Definition.Name] = 2 + (request.Product is null ? 0 : 1),
            [ExpandStoryboard.Definition.Name] = 1,
        };
        Graph = new VideoGraph(options, measured, _places, Shots, Judgements).Build(Calls);
        Longer = options.Channels.Sum(channel => (double)ScaleOptions.Pixels(channel)) / measured.Pixels * (double)options.Seconds / measured.Seconds;
    }

    /// <summary>The stations; those without a limit last.</summary>
    public IReadOnlyList<Station> Stations => _places.All;

    /// <summary>The life of a video.</summary>
    public JobGraph Graph { get; }

    /// <summary>What the orchestrations call.</summary>
    public Traced Calls { get; }

    /// <summary>Seconds of each shot, as the embedded writer writes them.</summary>
    public IReadOnlyList<double> Shots { get; }

    /// <summary>Questions to the judge, by activity.</summary>
    public IReadOnlyDictionary<string, int> Judgements { get; }

    /// <summary>Seconds times pixels of all renditions over those that were measured.</summary>
    public double Longer { get; }

    /// <summary>Actions of a video, those of callbacks included.</summary>
    public int Actions => Graph.All.Count(step => step.Station == _places.Control && step.Kind == StepKind.Serve);

    /// <summary>Database statements of a video.</summary>
    public double Statements => Loads()[_places.Database] / Figures.StatementSeconds;

    /// <summary>Requests of a video to the blob store.</summary>
    public double BlobRequests => Loads()[_places.Blobs] / Figures.BlobSeconds;

    /// <summary>Server seconds of each station that a video takes when nothing waits.</summary>
    public IReadOnlyList<double> Loads()
    {
        var loads = new double[Stations.Count];
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
        var visits = new double[Stations.Count];
        foreach (var step in Graph.All.Where(step => step.Kind != StepKind.Give))
        {
            for (var partition = 0; partition < step.Partitions; partition++)
            {
                visits[step.Station + partition] += 1.0 / step.Partitions;
            }
        }

        return visits;
    }

    /// <summary>What grows and shrinks: Functions instances, worker replicas, and GPU replicas if there are any.</summary>
    /// <param name="rate">Videos a second for which there are units at the start.</param>
    public IReadOnlyList<Scaler> Scalers(double rate)
    {
        // An instance has one core and a number of slots; Flex looks at its queues every few seconds and starts instances in seconds.
        var load = Loads();
        var functions = new Scaler
        {
            Brings = [(Stations[_places.Slots], _options.Slots), (Stations[_places.Cores], 1)],
            Least = 1, Most = _options.Instances, Target = 0.7, Interval = 10, Lag = Figures.InstanceStart,
        };
        functions.Begin((int)Math.Ceiling(Math.Max(load[_places.Slots] * rate / _options.Slots, load[_places.Cores] * rate) / 0.7));
        var workers = Replicas(_places.Workers, load, rate);
        return _places.Gpus is { } gpus ? [functions, workers, Replicas(gpus, load, rate)] : [functions, workers];
    }

    private Scaler Replicas(int station, IReadOnlyList<double> loads, double rate)
    {
        var scaler = new Scaler
        {
            Brings = [(Stations[station], 1)], Least = 1, Most = Stations[station].Limit, Lag = _options.ReplicaStart,
        };
        scaler.Begin((int)Math.Ceiling(loads[station] * rate));
        return scaler;
    }
}
