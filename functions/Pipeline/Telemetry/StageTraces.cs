using System.Diagnostics;
using System.Security.Cryptography;
using System.Text;
using SoraFunctions.Pipeline.Orchestration;
using SoraFunctions.Pipeline.Videos;
using SoraFunctions.Pipeline.Videos.Stages;

namespace SoraFunctions.Pipeline.Telemetry;

/// <summary>
/// A span around every run of a stage. Where the host gives no parent, the video does: the 32 hex digits of its id are a trace id (W3C Trace
/// Context), so that all that is done for a video is one trace, over restarts and on whatever machines.
/// </summary>
public static class StageTraces
{
    /// <summary>Name of the source of spans, and of the meter.</summary>
    public const string SourceName = "SoraFunctions.Pipeline";

    private const string InvocationName = "invocation";
    private static readonly ActivitySource _source = new(SourceName);

    /// <summary>The host's own context for what follows in this flow of calls. To be disposed of after it.</summary>
    /// <param name="traceParent">As in the header <c>traceparent</c>; null or malformed for none.</param>
    /// <returns>Null when nobody listens or there is no context.</returns>
    public static Activity? Under(string? traceParent) => ActivityContext.TryParse(traceParent, null, isRemote: true, out var context)
        ? _source.StartActivity(InvocationName, ActivityKind.Consumer, context)
        : null;

    /// <summary>The entry with a span and a clock around its code.</summary>
    /// <param name="entry">An activity of the catalog.</param>
    public static ActivityEntry Around(ActivityEntry entry) => entry with
    {
        Run = async (services, input, cancellation) =>
        {
            using var span = Begin(entry.Name, input);
            var begun = Stopwatch.GetTimestamp();
            var well = false;
            try
            {
                var output = await entry.Run(services, input, cancellation);
                well = true;
                return output;
            }
            catch (Exception error)
            {
                span?.SetStatus(ActivityStatusCode.Error, error.GetType().Name);
                throw;
            }
            finally
            {
                PipelineMeters.Ran(entry.Name, Stopwatch.GetElapsedTime(begun), well);
                if (well && EndOf(entry.Name) is { } end)
                {
                    PipelineMeters.Ended(end);
                }
            }
        },
    };

    /// <summary>The trace of a video; an empty context for an id of another form.</summary>
    /// <param name="videoId"><c>video_</c> and 32 hex digits.</param>
    public static ActivityContext ContextOf(string videoId)
    {
        const string Prefix = "video_";
        var hex = videoId.StartsWith(Prefix, StringComparison.Ordinal) ? videoId[Prefix.Length..] : "";
        if (hex.Length != 32 || !hex.All(char.IsAsciiHexDigitLower))
        {
            return default;
        }

        var span = SHA256.HashData(Encoding.ASCII.GetBytes(videoId)).AsSpan(0, 8);
        return new ActivityContext(
            ActivityTraceId.CreateFromString(hex), ActivitySpanId.CreateFromBytes(span), ActivityTraceFlags.Recorded, isRemote: true);
    }

    private static Activity? Begin(string stage, object? input)
    {
        var video = VideoOf(input);
        var given = Activity.Current is { OperationName: InvocationName } invocation && invocation.Source == _source;
        var parent = given ? Activity.Current!.Context : ContextOf(video ?? "");
        var span = _source.StartActivity(stage, ActivityKind.Internal, parent);
        span?.SetTag("sora.stage", stage);
        span?.SetTag("sora.video", video);
        if (input is RenderStep { Part: var part })
        {
            span?.SetTag("sora.part", part);
        }

        return span;
    }

    private static string? VideoOf(object? input) => (input as IStep)?.VideoId;

    private static string? EndOf(string stage) =>
        stage == DeliverVideo.Definition.Name ? "completed"
        : stage == FailVideo.Definition.Name ? "failed"
        : null;
}
