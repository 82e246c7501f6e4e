using Microsoft.DurableTask;
using SoraFunctions.Pipeline.Orchestration;
using RetryPolicy = SoraFunctions.Pipeline.Orchestration.RetryPolicy;

namespace SoraFunctions.Azure.Durable;

/// <summary>What an orchestration may touch, on Durable Functions. It awaits nothing but what the SDK's context gives out.</summary>
/// <param name="context">The SDK's.</param>
/// <param name="json">How messages are written.</param>
internal sealed class DurableContext(TaskOrchestrationContext context, MessageJson json) : IOrchestrationContext
{
    /// <inheritdoc/>
    public string InstanceId => context.InstanceId;

    /// <inheritdoc/>
    public DateTimeOffset Now => new(DateTime.SpecifyKind(context.CurrentUtcDateTime, DateTimeKind.Utc));

    /// <inheritdoc/>
    public Guid NewGuid() => context.NewGuid();

    /// <inheritdoc/>
    public Task<TOutput> Call<TInput, TOutput>(Activity<TInput, TOutput> activity, TInput input, RetryPolicy? retry = null)
    {
        json.Encode(input, typeof(TInput), $"input of activity '{activity.Name}'");
        return Told(activity.Name, context.CallActivityAsync<TOutput>(activity.Name, input, Retries.Of(retry)));
    }

    /// <inheritdoc/>
    public Task<TOutput> CallSub<TInput, TOutput>(
        Orchestration<TInput, TOutput> orchestration, string instanceId, TInput input)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(instanceId);
        json.Encode(input, typeof(TInput), $"input of sub-orchestration '{orchestration.Name}'");
        var version = OrchestrationVersions.Write(OrchestrationVersions.Read(context.Version));
        var options = new SubOrchestrationOptions(instanceId: instanceId) { Version = version };
        return Told(orchestration.Name, context.CallSubOrchestratorAsync<TOutput>(orchestration.Name, input, options));
    }

    /// <inheritdoc/>
    public Task Delay(TimeSpan delay)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(delay, TimeSpan.Zero);
        return context.CreateTimer(delay, CancellationToken.None);
    }

    /// <inheritdoc/>
    public async Task<TPayload> WaitFor<TPayload>(string name, TimeSpan timeout)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(name);
        if (timeout < TimeSpan.Zero || timeout >= DateTimeOffset.MaxValue - Now)
        {
            return await context.WaitForExternalEvent<TPayload>(name);
        }

        try
        {
            return await context.WaitForExternalEvent<TPayload>(name, timeout, CancellationToken.None);
        }
        catch (TaskCanceledException)
        {
            throw new TimeoutException($"The event '{name}' did not come in time.");
        }
    }

    /// <inheritdoc/>
    public void SetStatus<TStatus>(TStatus status)
    {
        json.Encode(status, typeof(TStatus), "status");
        context.SetCustomStatus(status);
    }

    /// <inheritdoc/>
    public void ContinueAsNew<TInput>(TInput input)
    {
        json.Encode(input, typeof(TInput), "input of the next run");
        context.ContinueAsNew(input, preserveUnprocessedEvents: true);
    }

    private static async Task<T> Told<T>(string name, Task<T> call)
    {
        try
        {
            return await call;
        }
        catch (TaskFailedException error)
        {
            var failure = Failure.Read(error.FailureDetails);
            throw new ActivityFailedException(name, failure.Code, failure.Message);
        }
    }
}
