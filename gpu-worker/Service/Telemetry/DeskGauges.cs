using System.Diagnostics.Metrics;
using SoraFunctions.Service.Assets;
using SoraFunctions.Service.Jobs;

namespace SoraFunctions.Service.Telemetry;

/// <summary>How things stand at one desk, and all numbers of the worker as text.</summary>
internal sealed class DeskGauges : IDisposable
{
    private readonly Meter _meter;
    private readonly PrometheusText _text;

    /// <summary>Tells of a desk from now on.</summary>
    public DeskGauges(RenderDesk desk, JobBoard board, DeskAssets assets)
    {
        _meter = new Meter(DeskMeter.Name, null, null, scope: desk);
        _meter.CreateObservableGauge("sora.worker.jobs", () => Jobs(board), description: "Unfinished jobs of all replicas.");
        _meter.CreateObservableGauge(
            "sora.worker.running", () => board.Jobs.Count(job => job.Place is not null), description: "Jobs that this replica works on.");
        _meter.CreateObservableGauge("sora.worker.cache.size", () => assets.Used, "By", "Bytes of assets on this machine.");
        _meter.CreateObservableGauge("sora.worker.memory", () => Environment.WorkingSet, "By", "Bytes of memory that the process takes.");
        _text = new PrometheusText(DeskMeter.Name, desk);
    }

    /// <summary>All numbers, in Prometheus' text format.</summary>
    public string Text() => _text.Write();

    /// <inheritdoc/>
    public void Dispose()
    {
        _text.Dispose();
        _meter.Dispose();
    }

    private static IEnumerable<Measurement<int>> Jobs(JobBoard board) => board.Jobs
        .GroupBy(job => (State: job.Status.State.ToString().ToLowerInvariant(), Priority: job.Ticket.Turn.Priority.ToString().ToLowerInvariant()))
        .Select(group => new Measurement<int>(
            group.Count(),
            new KeyValuePair<string, object?>("state", group.Key.State),
            new KeyValuePair<string, object?>("priority", group.Key.Priority)));
}
