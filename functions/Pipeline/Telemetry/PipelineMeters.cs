using System.Diagnostics.Metrics;

namespace SoraFunctions.Pipeline.Telemetry;

/// <summary>Numbers of the pipeline. No tenant is among their tags.</summary>
public static class PipelineMeters
{
    private static readonly Meter _meter = new(StageTraces.SourceName);
    private static readonly Counter<long> _videos = _meter.CreateCounter<long>("sora.videos", "{video}", "Videos by how far they came: accepted, completed, failed.");
    private static readonly Histogram<double> _seconds = _meter.CreateHistogram<double>("sora.stage.duration", "s", "Time of one run of a stage.");

    /// <summary>A video was accepted.</summary>
    public static void Accepted() => Ended("accepted");

    /// <summary>A video came to an end.</summary>
    /// <param name="how"><c>completed</c> or <c>failed</c>.</param>
    internal static void Ended(string how) => _videos.Add(1, new KeyValuePair<string, object?>("outcome", how));

    /// <summary>A stage ran.</summary>
    internal static void Ran(string stage, TimeSpan time, bool well) => _seconds.Record(
        time.TotalSeconds, new KeyValuePair<string, object?>("stage", stage), new KeyValuePair<string, object?>("outcome", well ? "ok" : "error"));
}
