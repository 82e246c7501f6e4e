using SoraFunctions.Pipeline.Orchestration;

namespace SoraFunctions.Azure.Tests.Parity.Runs;

/// <summary>Writes down what an orchestration asks of its host.</summary>
internal sealed class JournalContext(IOrchestrationContext inner, List<string> asked) : IOrchestrationContext
{
    public string InstanceId => inner.InstanceId;

    public DateTimeOffset Now => inner.Now;

    public Guid NewGuid() => inner.NewGuid();

    public Task<TOutput> Call<TInput, TOutput>(Activity<TInput, TOutput> activity, TInput input, RetryPolicy? retry = null)
    {
        asked.Add($"activity {activity.Name} {Journal.Write(input, typeof(TInput))} {retry?.Attempts ?? 1} times");
        return inner.Call(activity, input, retry);
    }

    public Task<TOutput> CallSub<TInput, TOutput>(Orchestration<TInput, TOutput> orchestration, string instanceId, TInput input)
    {
        asked.Add($"sub-orchestration {orchestration.Name} {instanceId} {Journal.Write(input, typeof(TInput))}");
        return inner.CallSub(orchestration, instanceId, input);
    }

    public Task Delay(TimeSpan delay)
    {
        asked.Add($"timer {delay}");
        return inner.Delay(delay);
    }

    public Task<TPayload> WaitFor<TPayload>(string name, TimeSpan timeout)
    {
        asked.Add($"event {name} {timeout}");
        return inner.WaitFor<TPayload>(name, timeout);
    }

    public void SetStatus<TStatus>(TStatus status)
    {
        asked.Add($"status {Journal.Write(status, typeof(TStatus))}");
        inner.SetStatus(status);
    }

    public void ContinueAsNew<TInput>(TInput input)
    {
        asked.Add($"again {Journal.Write(input, typeof(TInput))}");
        inner.ContinueAsNew(input);
    }
}
