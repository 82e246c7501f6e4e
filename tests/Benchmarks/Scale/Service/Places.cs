using SoraFunctions.Benchmarks.Scale.Queueing;

namespace SoraFunctions.Benchmarks.Scale.Service;

/// <summary>The stations of a stamp. What a step visits is the index of a station in <see cref="All"/>.</summary>
internal sealed class Places
{
    /// <summary>Name of the station that is the database.</summary>
    public const string DatabaseName = "database cores";

    private readonly List<Station> _all = [];

    public Places(ScaleOptions options)
    {
        Front = Add("HTTP requests at a time", options.Instances * Figures.HttpConcurrency);
        var onStorage = options.Backend == Backend.Storage;
        Partitions = onStorage ? options.Partitions : 1;
        Control = _all.Count;
        for (var partition = 0; partition < Partitions; partition++)
        {
            Add(onStorage ? "control queues" : "orchestration actions", 1);
        }

        Queue = onStorage ? Add("activity queue", 1) : null;
        Slots = Add("activity slots", options.Instances * options.Slots);
        Cores = Add("Functions cores", options.Instances);
        Database = Add(DatabaseName, options.DatabaseCores);
        Judge = Add("moderation", options.Judges);
        Workers = Add("worker replicas", options.Replicas);
        Gpus = options.GpuSeconds is null ? null : Add("GPU replicas", options.Gpus);
        Blobs = Add("blob requests", int.MaxValue);
        Outside = Add("customers' endpoints", int.MaxValue);
    }

    /// <summary>All of them; those without a limit last.</summary>
    public IReadOnlyList<Station> All => _all;

    /// <summary>Creates being answered.</summary>
    public int Front { get; }

    /// <summary>The first partition of the queues of orchestrations, or the scheduler.</summary>
    public int Control { get; }

    /// <summary>How many of them.</summary>
    public int Partitions { get; }

    /// <summary>The one queue of all activities; null where the scheduler hands them out.</summary>
    public int? Queue { get; }

    /// <summary>Activities that may run at a time.</summary>
    public int Slots { get; }

    /// <summary>Processors of the Functions app.</summary>
    public int Cores { get; }

    /// <summary>Processors of the database.</summary>
    public int Database { get; }

    /// <summary>The judge of texts and pictures.</summary>
    public int Judge { get; }

    /// <summary>CPU workers: one job at a time each.</summary>
    public int Workers { get; }

    /// <summary>GPU workers; null where shots are rendered by CPU workers.</summary>
    public int? Gpus { get; }

    /// <summary>The blob store.</summary>
    public int Blobs { get; }

    /// <summary>Customers' servers.</summary>
    public int Outside { get; }

    private int Add(string name, int limit)
    {
        _all.Add(new Station(name, limit));
        return _all.Count - 1;
    }
}
