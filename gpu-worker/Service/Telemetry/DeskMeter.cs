using System.Diagnostics.Metrics;

namespace SoraFunctions.Service.Telemetry;

/// <summary>The numbers of the worker: told to collectors by OpenTelemetry and to scrapers by <see cref="PrometheusText"/>.</summary>
internal static class DeskMeter
{
    /// <summary>Name of the meter.</summary>
    public const string Name = "SoraFunctions.Worker";

    /// <summary>What everything here is counted by.</summary>
    public static readonly Meter Meter = new(Name);

    /// <summary>Time between a job's acceptance and its beginning.</summary>
    public static readonly Histogram<double> Wait = Meter.CreateHistogram<double>(
        "sora.worker.queue.wait", "s", "Time between a job's acceptance and its beginning.");

    /// <summary>Time of one run of a job, by kind, engine and outcome.</summary>
    public static readonly Histogram<double> Seconds = Meter.CreateHistogram<double>(
        "sora.worker.job.duration", "s", "Time of one run of a job.");

    /// <summary>Jobs taken over from an owner that died.</summary>
    public static readonly Counter<long> Takeovers = Meter.CreateCounter<long>(
        "sora.worker.takeovers", description: "Jobs taken over from an owner that died.");

    /// <summary>Jobs set aside for killing the worker.</summary>
    public static readonly Counter<long> Quarantined = Meter.CreateCounter<long>(
        "sora.worker.quarantined", description: "Jobs set aside because the worker died on them.");

    /// <summary>Calls to the store that failed, repeats included.</summary>
    public static readonly Counter<long> StoreErrors = Meter.CreateCounter<long>(
        "sora.worker.store.errors", description: "Calls to the store that failed, repeats included.");

    /// <summary>Jobs refused for want of room in the queue.</summary>
    public static readonly Counter<long> Refused = Meter.CreateCounter<long>(
        "sora.worker.refused", description: "Jobs refused because the queue was full.");
}
