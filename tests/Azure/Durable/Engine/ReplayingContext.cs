using System.Security.Cryptography;
using System.Text;
using Microsoft.DurableTask;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Abstractions;
using SoraFunctions.Azure.Durable;

namespace SoraFunctions.Azure.Tests.Durable.Engine;

/// <summary>
/// The SDK's context over a history: the code runs from the top, and each event of the history completes what it answers, in order.
/// </summary>
internal sealed class ReplayingContext(HubInstance instance, DateTime start) : TaskOrchestrationContext
{
    private readonly Dictionary<int, Action<HistoryEvent>> _waiting = [];
    private readonly Dictionary<string, Queue<string>> _buffered = new(StringComparer.OrdinalIgnoreCase);
    private readonly Dictionary<string, Queue<Func<string, bool>>> _listeners = new(StringComparer.OrdinalIgnoreCase);
    private DateTime _now = start;
    private bool _replaying = true;
    private int _guids;

    /// <summary>Everything that the code has asked for in this run of it, in order.</summary>
    public List<Decision> Decisions { get; } = [];

    public object? NextInput { get; private set; }

    public bool ContinuesAsNew { get; private set; }

    public override TaskName Name => instance.Name;

    public override string InstanceId => instance.Id;

    public override ParentOrchestrationInstance? Parent => null;

    public override DateTime CurrentUtcDateTime => _now;

    public override bool IsReplaying => _replaying;

    public override string Version => instance.Version;

    protected override ILoggerFactory LoggerFactory => NullLoggerFactory.Instance;

    /// <summary>Gives the code what has happened; it goes on within this call.</summary>
    public void Apply(HistoryEvent happened, bool replaying)
    {
        (_now, _replaying) = (happened.At, replaying);
        if (happened.Action is { } action)
        {
            if (_waiting.Remove(action, out var complete))
            {
                complete(happened);
            }

            return;
        }

        var listeners = Queue(_listeners, happened.Name!);
        while (listeners.TryDequeue(out var listener))
        {
            if (listener(happened.Json!))
            {
                return;
            }
        }

        Queue(_buffered, happened.Name!).Enqueue(happened.Json!);
    }

    /// <summary>The history is over: what follows is new.</summary>
    public void EndReplay() => _replaying = false;

    public override T GetInput<T>() => throw new NotSupportedException();

    public override async Task<TResult> CallActivityAsync<TResult>(TaskName name, object? input = null, TaskOptions? options = null)
    {
        var policy = options?.Retry?.Policy;
        for (var attempt = 1; ; attempt++)
        {
            try
            {
                return await Ask<TResult>(number => new Decision(number, ActionKind.Activity, name, Hub.Write(input)));
            }
            catch (TaskFailedException failed) when (attempt < (policy?.MaxNumberOfAttempts ?? 1) && policy!.Handler(failed.FailureDetails))
            {
                var pause = Math.Min(
                    policy.FirstRetryInterval.Ticks * Math.Pow(policy.BackoffCoefficient, attempt - 1), policy.MaxRetryInterval.Ticks);
                await CreateTimer(TimeSpan.FromTicks((long)pause), CancellationToken.None);
            }
        }
    }

    public override Task<TResult> CallSubOrchestratorAsync<TResult>(TaskName orchestratorName, object? input = null, TaskOptions? options = null)
    {
        var sub = (SubOrchestrationOptions)options!;
        return Ask<TResult>(number => new Decision(
            number, ActionKind.SubOrchestration, orchestratorName, Hub.Write(input), sub.InstanceId, sub.Version?.Version));
    }

    public override Task CreateTimer(DateTime fireAt, CancellationToken cancellationToken)
    {
        var timer = Ask<object?>(number => new Decision(number, ActionKind.Timer, fireAt.ToString("o")));
        return timer.WaitAsync(cancellationToken);
    }

    public override Task<T> WaitForExternalEvent<T>(string eventName, CancellationToken cancellationToken = default)
    {
        var source = new TaskCompletionSource<T>();
        if (Queue(_buffered, eventName).TryDequeue(out var early))
        {
            source.SetResult(Hub.Read<T>(early));
        }
        else
        {
            Queue(_listeners, eventName).Enqueue(json => source.TrySetResult(Hub.Read<T>(json)));
            cancellationToken.Register(() => source.TrySetCanceled(cancellationToken));
        }

        return source.Task;
    }

    public override void SendEvent(string instanceId, string eventName, object payload) => throw new NotSupportedException();

    public override void SetCustomStatus(object? customStatus) => instance.CustomStatus = Hub.Write(customStatus);

    public override void ContinueAsNew(object? newInput = null, bool preserveUnprocessedEvents = true)
    {
        Assert.True(preserveUnprocessedEvents);
        (NextInput, ContinuesAsNew) = (newInput, true);
    }

    public override Guid NewGuid() => new(MD5.HashData(Encoding.UTF8.GetBytes($"{InstanceId} {_guids++}")));

    public override ILogger CreateReplaySafeLogger(string categoryName) => new LineLogger(line =>
    {
        if (!_replaying)
        {
            instance.Log.Add(line);
        }
    });

    private static Queue<T> Queue<T>(Dictionary<string, Queue<T>> queues, string name) =>
        queues.TryGetValue(name, out var queue) ? queue : queues[name] = new Queue<T>();

    private Task<T> Ask<T>(Func<int, Decision> decide)
    {
        // Continuations run where the result is set, in the one thread of the turn.
        var source = new TaskCompletionSource<T>();
        var decision = decide(Decisions.Count);
        Decisions.Add(decision);
        _waiting[decision.Number] = happened =>
        {
            if (happened.Failure is { } failure)
            {
                source.SetException(new TaskFailedException(decision.Name, decision.Number, failure));
            }
            else
            {
                source.SetResult(happened.Json is null ? default! : Hub.Read<T>(happened.Json));
            }
        };
        return source.Task;
    }
}
