using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using SoraFunctions.Pipeline.Orchestration;

namespace SoraFunctions.Local.Durable;

/// <summary>
/// What the code of one run sees: numbers its calls, checks them against the history, and keeps those still without a result.
/// </summary>
internal sealed class ReplayContext(
    InstanceRow row,
    IReadOnlyDictionary<int, StepRecord> history,
    MessageJson json,
    TurnContext turn,
    Action<string> fault) : IOrchestrationContext
{
    private readonly Dictionary<int, PendingCall> _pending = [];
    private IReadOnlyDictionary<int, StepRecord>? _history = history;
    private List<CallOrder> _orders = [];
    private int _guids;

    public string InstanceId => row.Id;

    public DateTimeOffset Now { get; set; } = row.Started;

    /// <summary>Number of the latest call.</summary>
    public int Calls { get; private set; }

    /// <summary>Calls that wait for a result.</summary>
    public int Waiting => _pending.Count;

    /// <summary>The status shown last, as JSON.</summary>
    public string? Status { get; private set; } = row.Status;

    /// <summary>Input of the next run as JSON; null unless the code asked for one.</summary>
    public string? NextInput { get; private set; }

    public PendingCall? Take(int number) => _pending.Remove(number, out var call) ? call : null;

    /// <summary>The calls made since the last time of asking.</summary>
    public IReadOnlyList<CallOrder> TakeOrders()
    {
        var orders = _orders;
        _orders = [];
        return orders;
    }

    /// <summary>All that history holds has been asked for.</summary>
    public void EndReplay() => _history = null;

    public Guid NewGuid()
    {
        Check();
        var seed = SHA256.HashData(Encoding.UTF8.GetBytes($"{row.Id}\n{row.Run}\n{++_guids}"));

        // RFC 9562, version 8 (custom), variant 10.
        seed[6] = (byte)((seed[6] & 0x0f) | 0x80);
        seed[8] = (byte)((seed[8] & 0x3f) | 0x80);
        return new Guid(seed.AsSpan(0, 16), bigEndian: true);
    }

    public Task<TOutput> Call<TInput, TOutput>(Activity<TInput, TOutput> activity, TInput input, RetryPolicy? retry = null)
    {
        Check();
        var message = json.Encode(input, typeof(TInput), $"input of activity '{activity.Name}'");
        return Ask<TOutput>(StepKind.Activity, activity.Name, message, request => new ActivityOrder(request, message, retry));
    }

    public Task<TOutput> CallSub<TInput, TOutput>(
        Orchestration<TInput, TOutput> orchestration, string instanceId, TInput input)
    {
        Check();
        ArgumentException.ThrowIfNullOrWhiteSpace(instanceId);
        var message = json.Encode(input, typeof(TInput), $"input of sub-orchestration '{orchestration.Name}'");
        return Ask<TOutput>(
            StepKind.SubOrchestration,
            orchestration.Name,
            instanceId + "\n" + message,
            request => new SubOrder(request, instanceId, message));
    }

    public Task Delay(TimeSpan delay)
    {
        Check();
        ArgumentOutOfRangeException.ThrowIfLessThan(delay, TimeSpan.Zero);
        return Ask<Nothing>(StepKind.Delay, "", Text(delay), request => new DelayOrder(request, After(delay)));
    }

    public Task<TPayload> WaitFor<TPayload>(string name, TimeSpan timeout)
    {
        Check();
        ArgumentException.ThrowIfNullOrWhiteSpace(name);
        return Ask<TPayload>(StepKind.Event, name, Text(timeout), request => new EventOrder(request, After(timeout)));
    }

    public void SetStatus<TStatus>(TStatus status)
    {
        Check();
        Status = json.Encode(status, typeof(TStatus), $"status of '{row.Name}'");
    }

    public void ContinueAsNew<TInput>(TInput input)
    {
        Check();
        NextInput = json.Encode(input, typeof(TInput), $"input of '{row.Name}'");
    }

    private Task<T> Ask<T>(StepKind kind, string name, string input, Func<StepRequest, CallOrder> order)
    {
        var request = new StepRequest(++Calls, kind, name, StepRequest.Hash(input));
        var call = new PendingCall<T>(request, json);
        if (_history?.GetValueOrDefault(request.Number) is { } record && record.Request != request)
        {
            fault(ReplayErrors.Mismatch(record.Request, request));
            return call.Task;
        }

        _pending.Add(request.Number, call);
        _orders.Add(order(request));
        return call.Task;
    }

    private DateTimeOffset After(TimeSpan delay) =>
        delay < TimeSpan.Zero || delay >= DateTimeOffset.MaxValue - Now ? DateTimeOffset.MaxValue : Now + delay;

    private void Check()
    {
        if (!turn.IsInTurn)
        {
            fault(ReplayErrors.Foreign);
            throw new InvalidOperationException(ReplayErrors.Foreign);
        }
    }

    private static string Text(TimeSpan span) => span.Ticks.ToString(CultureInfo.InvariantCulture);
}
