using System.Diagnostics;
using System.Diagnostics.Metrics;
using SoraFunctions.Contract.Renders;
using SoraFunctions.Service.Jobs;

namespace SoraFunctions.Service.Telemetry;

/// <summary>Spans and numbers of the worker.</summary>
internal static class DeskTraces
{
    /// <summary>Name of the source of spans, and of the meter.</summary>
    public const string SourceName = "SoraFunctions.Worker";

    private static readonly ActivitySource _source = new(SourceName);
    private static readonly Meter _meter = new(SourceName);
    private static readonly Histogram<double> _wait = _meter.CreateHistogram<double>("sora.worker.queue.wait", "s", "Time between a job's acceptance and its beginning.");
    private static readonly Histogram<double> _seconds = _meter.CreateHistogram<double>("sora.worker.job.duration", "s", "Time of one run of a job.");

    /// <summary>The span of a job's run, a child of whoever submitted it, however long ago that was.</summary>
    public static Activity? Begin(LiveJob live, TimeSpan waited)
    {
        var kind = KindOf(live.Job);
        _wait.Record(waited.TotalSeconds, new KeyValuePair<string, object?>("kind", kind));
        var span = _source.StartActivity($"Job {kind}", ActivityKind.Consumer, live.Submitter);
        span?.SetTag("sora.job", live.Key);
        span?.SetTag("sora.engine", (live.Job as ShotJob)?.Order.Engine);
        span?.SetTag("sora.queue_seconds", waited.TotalSeconds);
        return span;
    }

    /// <summary>Tells how a run ended. A job that was laid down has no end yet.</summary>
    public static void End(Activity? span, LiveJob live, RenderStatus end, TimeSpan took)
    {
        _seconds.Record(
            took.TotalSeconds,
            new KeyValuePair<string, object?>("kind", KindOf(live.Job)),
            new KeyValuePair<string, object?>("outcome", end.State == RenderState.Completed ? "ok" : end.Error?.Code));
        if (end.Error is { } error)
        {
            span?.SetStatus(ActivityStatusCode.Error, error.Code);
        }

        // Before anyone hears that the job is done.
        span?.Stop();
    }

    private static string KindOf(RenderJob job) => job is ShotJob ? "shot" : "cut";
}
