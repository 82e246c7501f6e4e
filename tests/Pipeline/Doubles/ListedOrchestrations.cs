using SoraFunctions.Pipeline.Orchestration;

namespace SoraFunctions.Pipeline.Tests.Doubles;

/// <summary>Instances by id with the state that a test gives them; what is asked of them is written down.</summary>
internal sealed class ListedOrchestrations : IOrchestrationClient
{
    public Dictionary<string, InstanceStatus> Instances { get; } = [];

    public List<string> Calls { get; } = [];

    public void Add(string id, InstanceState state, string? error = null) =>
        Instances[id] = new InstanceStatus(id, "Video", state, null, null, error);

    public Task<bool> Start<TInput, TOutput>(
        Orchestration<TInput, TOutput> orchestration, string instanceId, TInput input, CancellationToken cancellation)
    {
        if (Instances.ContainsKey(instanceId))
        {
            return Task.FromResult(false);
        }

        Add(instanceId, InstanceState.Running);
        return Noted($"start {instanceId}", true);
    }

    public Task<InstanceStatus?> Find(string instanceId, CancellationToken cancellation) =>
        Task.FromResult(Instances.GetValueOrDefault(instanceId));

    public Task Raise<TPayload>(string instanceId, string name, TPayload payload, CancellationToken cancellation) =>
        Noted($"raise {instanceId} {name}", true);

    public Task Suspend(string instanceId, string reason, CancellationToken cancellation) => Noted($"suspend {instanceId}", true);

    public Task Resume(string instanceId, string reason, CancellationToken cancellation) => Noted($"resume {instanceId}", true);

    public Task Cancel(string instanceId, string reason, CancellationToken cancellation) =>
        Instances.TryGetValue(instanceId, out var found) && found.State is (InstanceState.Running or InstanceState.Suspended)
            ? Noted($"cancel {instanceId}", true)
            : Task.CompletedTask;

    public Task<InstanceStatus> WaitForEnd(string instanceId, CancellationToken cancellation) => Task.FromResult(Instances[instanceId]);

    public Task<bool> Purge(string instanceId, CancellationToken cancellation) =>
        Noted($"purge {instanceId}", Instances.Remove(instanceId));

    public Task<int> PurgeEnded(DateTimeOffset startedBefore, CancellationToken cancellation) => Noted($"purge before {startedBefore:O}", 0);

    private Task<T> Noted<T>(string call, T result)
    {
        Calls.Add(call);
        return Task.FromResult(result);
    }
}
