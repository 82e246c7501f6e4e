using System.Collections.Concurrent;
using SoraFunctions.Pipeline.Orchestration;

namespace SoraFunctions.Api.Tests.Hosting;

/// <summary>Writes down what was started and stopped; nothing runs.</summary>
public sealed class RecordingOrchestrations : IOrchestrationClient
{
    private readonly ConcurrentDictionary<string, InstanceStatus> _instances = new();

    public ConcurrentDictionary<string, object?> Started { get; } = new();

    public ConcurrentQueue<string> Cancelled { get; } = new();

    public Exception? FailNextStart { get; set; }

    public Task<bool> Start<TInput, TOutput>(
        Orchestration<TInput, TOutput> orchestration, string instanceId, TInput input, CancellationToken cancellation)
    {
        if (FailNextStart is { } fault)
        {
            FailNextStart = null;
            throw fault;
        }

        Started[instanceId] = input;
        return Task.FromResult(_instances.TryAdd(
            instanceId, new InstanceStatus(instanceId, orchestration.Name, InstanceState.Running, null, null, null)));
    }

    public Task<InstanceStatus?> Find(string instanceId, CancellationToken cancellation) =>
        Task.FromResult(_instances.GetValueOrDefault(instanceId));

    public Task Raise<TPayload>(string instanceId, string name, TPayload payload, CancellationToken cancellation) => Task.CompletedTask;

    public Task Cancel(string instanceId, string reason, CancellationToken cancellation)
    {
        if (_instances.TryGetValue(instanceId, out var known))
        {
            Cancelled.Enqueue(instanceId);
            _instances[instanceId] = known with { State = InstanceState.Cancelled, Error = reason };
        }

        return Task.CompletedTask;
    }

    public Task Suspend(string instanceId, string reason, CancellationToken cancellation) => Show(instanceId, InstanceState.Suspended);

    public Task Resume(string instanceId, string reason, CancellationToken cancellation) => Show(instanceId, InstanceState.Running);

    public Task<int> PurgeEnded(DateTimeOffset startedBefore, CancellationToken cancellation) => Task.FromResult(0);

    public Task<InstanceStatus> WaitForEnd(string instanceId, CancellationToken cancellation) =>
        Task.FromResult(_instances[instanceId]);

    public Task<bool> Purge(string instanceId, CancellationToken cancellation) =>
        Task.FromResult(_instances.TryRemove(instanceId, out _));

    private Task Show(string instanceId, InstanceState state)
    {
        if (_instances.TryGetValue(instanceId, out var known) && known.State is (InstanceState.Running or InstanceState.Suspended))
        {
            _instances[instanceId] = known with { State = state };
        }

        return Task.CompletedTask;
    }
}
