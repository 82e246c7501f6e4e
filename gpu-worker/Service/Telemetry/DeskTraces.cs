using System.Diagnostics;
using SoraFunctions.Contract.Renders;
using SoraFunctions.Service.Jobs;

namespace SoraFunctions.Service.Telemetry;

/// <summary>Spans of the worker, and the numbers that each run adds to.</summary>
internal static class DeskTraces
{
    private static readonly ActivitySource _source = new(DeskMeter.Name);

    /// <summary>The span of a job's run, a child of whoever asked for it, however long ago and at whichever replica that was.</summary>
    public static Activity? Begin(OpenJob job, TimeSpan waited)
    {
        DeskMeter.Wait.Record(waited.TotalSeconds, new KeyValuePair<string, object?>("kind", KindOf(job.Ticket.Job)));
        ActivityContext.TryParse(job.Ticket.Trace, null, isRemote: true, out var asker);
        var span = _source.StartActivity($"Job {KindOf(job.Ticket.Job)}", ActivityKind.Consumer, asker);
        span?.SetTag("sora.job", job.Key);
        span?.SetTag("sora.engine", EngineOf(job.Ticket.Job));
        span?.SetTag("sora.queue_seconds", waited.TotalSeconds);
        return span;
    }

    /// <summary>Tells how a run ended; null for one that was laid down or lost, and has no end yet.</summary>
    public static void End(Activity? span, OpenJob job, RenderStatus? end, TimeSpan took)
    {
        DeskMeter.Seconds.Record(
            took.TotalSeconds,
            new KeyValuePair<string, object?>("kind", KindOf(job.Ticket.Job)),
            new KeyValuePair<string, object?>("engine", EngineOf(job.Ticket.Job) ?? ""),
            new KeyValuePair<string, object?>("outcome", end is null ? "laid_down" : end.Error?.Code ?? "ok"));
        if (end?.Error is { } error)
        {
            span?.SetStatus(ActivityStatusCode.Error, error.Code);
        }

        // Before anyone hears that the job is done.
        span?.Stop();
    }

    /// <summary>The kind of a job, as the contract calls it.</summary>
    public static string KindOf(RenderJob job) => job switch
    {
        ShotJob => "shot",
        CutJob => "cut",
        _ => "analysis",
    };

    private static string? EngineOf(RenderJob job) => (job as ShotJob)?.Order.Engine;
}
