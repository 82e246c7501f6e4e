using SoraFunctions.Contract;
using SoraFunctions.Contract.Renders;
using SoraFunctions.Pipeline;
using SoraFunctions.Pipeline.Moderation;
using SoraFunctions.Pipeline.Orchestration;
using SoraFunctions.Pipeline.Storage;
using SoraFunctions.Pipeline.Videos;
using SoraFunctions.Pipeline.Videos.Stages;
using SoraFunctions.Pipeline.Webhooks;

namespace SoraFunctions.Benchmarks.Scale.Service;

/// <summary>
/// What the orchestrations of the pipeline really call: their own code is run, each wave of calls is written down and answered, until
/// it returns. So a change of the pipeline changes the simulation too.
/// </summary>
internal static class CallTrace
{
    private static readonly BlobRef _blob = new("tenants/t/content/00/0", new string('0', 64), 1, "application/json");

    /// <summary>The calls of one video.</summary>
    /// <param name="channels">Names of its channels.</param>
    /// <param name="shots">Shots of its storyboard.</param>
    /// <param name="webhooks">Endpoints that are told when it is made.</param>
    public static Traced Of(IReadOnlyList<string> channels, int shots, int webhooks)
    {
        var answers = new Dictionary<string, object>
        {
            [Moderate.Definition.Name] = new ModerationVerdict([], "trace"),
            [ExpandStoryboard.Definition.Name] = new ExpandedStoryboard(_blob, channels, []),
            [PrepareLink.Definition.Name] = new PreparedLink(),
            [PlanShots.Definition.Name] = new ShotPlan(
                [.. Enumerable.Range(0, shots).Select(shot => $"{shot}")],
                new VideoOrigin("", DateTimeOffset.UnixEpoch, new EngineInfo("world", "1"), 0, "", [], null)),
            [RenderShot.Definition.Name] = new RenderedShot("", "", []),
            [CutVideo.Definition.Name] = new CutFiles(new Dictionary<string, BlobRef> { [OutputNames.Video] = _blob }, []),
            [JudgeCut.Definition.Name] = new CutVerdict(new ModerationVerdict([], "trace"), "", []),
            [StampProvenance.Definition.Name] = new StampedFiles(_blob, _blob),
            [RegisterRendition.Definition.Name] = Nothing.Value,
            [AttachCommerce.Definition.Name] = Nothing.Value,
            [DeliverVideo.Definition.Name] = new Announcements([.. Enumerable.Range(0, webhooks).Select(hook => $"evt_{hook}")]),
            [WebhookOrchestration.Attempt.Name] = new WebhookOutcome(true, true, 200),
        };
        var catalog = PipelineServices.Catalog();
        return Follow(catalog, answers, VideoOrchestration.Definition.Name, new VideoOrder("t", "video", _blob)).Calls;
    }

    private static (Traced Calls, object? Result) Follow(
        OrchestrationCatalog catalog, IReadOnlyDictionary<string, object> answers, string name, object? input)
    {
        var recorder = new Recorder(
            activity => answers.TryGetValue(activity, out var answer)
                ? answer
                : throw new InvalidOperationException($"The orchestration '{name}' calls '{activity}', which {nameof(CallTrace)} has no answer for."),
            (sub, order) => Follow(catalog, answers, sub, order));
        var code = catalog.Orchestrations[name].CodeOf(catalog.Version)!;
        var run = code.Run(recorder, input);
        var waves = new List<IReadOnlyList<Called>>();
        while (recorder.Take() is { Count: > 0 } wave)
        {
            waves.Add([.. wave.Select(call => call.What)]);
            foreach (var (_, answer) in wave)
            {
                answer();
            }
        }

        return run.IsCompletedSuccessfully
            ? (new Traced(name, waves), run.Result)
            : throw new InvalidOperationException($"The orchestration '{name}' did not end: {run.Exception?.InnerException?.Message ?? "it waits for something else than calls"}.");
    }

    private sealed class Recorder(
        Func<string, object> answer, Func<string, object?, (Traced Calls, object? Result)> follow) : IOrchestrationContext
    {
        private List<(Called What, Action Answer)> _pending = [];

        public string InstanceId => "trace";

        public DateTimeOffset Now => DateTimeOffset.UnixEpoch;

        public Guid NewGuid() => Guid.Empty;

        public List<(Called What, Action Answer)> Take()
        {
            var taken = _pending;
            _pending = [];
            return taken;
        }

        public Task<TOutput> Call<TInput, TOutput>(Activity<TInput, TOutput> activity, TInput input, RetryPolicy? retry = null) =>
            Pend<TOutput>(new Called(activity.Name, null), answer(activity.Name));

        public Task<TOutput> CallSub<TInput, TOutput>(Orchestration<TInput, TOutput> orchestration, string instanceId, TInput input)
        {
            var (calls, result) = follow(orchestration.Name, input);
            return Pend<TOutput>(new Called(orchestration.Name, calls), result);
        }

        public Task Delay(TimeSpan delay) => throw Unknown("a delay");

        public Task<TPayload> WaitFor<TPayload>(string name, TimeSpan timeout) => throw Unknown($"the event '{name}'");

        public void SetStatus<TStatus>(TStatus status)
        {
        }

        public void ContinueAsNew<TInput>(TInput input) => throw Unknown("to continue as new");

        private static NotSupportedException Unknown(string what) => new($"the simulation does not know {what} in the life of a video");

        private Task<TOutput> Pend<TOutput>(Called what, object? result)
        {
            var source = new TaskCompletionSource<TOutput>();
            _pending.Add((what, () => source.SetResult((TOutput)result!)));
            return source.Task;
        }
    }
}
