using SoraFunctions.Pipeline.Orchestration;

namespace SoraFunctions.CrashHost;

/// <summary>The runner for activities, which may run before whoever drives them has it.</summary>
internal sealed class LateClient : IOrchestrationClient
{
    private readonly TaskCompletionSource<IOrchestrationClient> _client = new(TaskCreationOptions.RunContinuationsAsynchronously);

    public void Set(IOrchestrationClient client) => _client.TrySetResult(client);

    public async Task<bool> Start<TInput, TOutput>(
        Orchestration<TInput, TOutput> orchestration, string instanceId, TInput input, CancellationToken cancellation) =>
        await (await _client.Task).Start(orchestration, instanceId, input, cancellation);

    public async Task<InstanceStatus?> Find(string instanceId, CancellationToken cancellation) => await (await _client.Task).Find(instanceId, cancellation);

    public async Task Raise<TPayload>(string instanceId, string name, TPayload payload, CancellationToken cancellation) =>
        await (await _client.Task).Raise(instanceId, name, payload, cancellation);

    public async Task Suspend(string instanceId, string reason, CancellationToken cancellation) => await (await _client.Task).Suspend(instanceId, reason, cancellation);

    public async Task Resume(string instanceId, string reason, CancellationToken cancellation) => await (await _client.Task).Resume(instanceId, reason, cancellation);

    public async Task Cancel(string instanceId, string reason, CancellationToken cancellation) => await (await _client.Task).Cancel(instanceId, reason, cancellation);

    public async Task<InstanceStatus> WaitForEnd(string instanceId, CancellationToken cancellation) => await (await _client.Task).WaitForEnd(instanceId, cancellation);

    public async Task<bool> Purge(string instanceId, CancellationToken cancellation) => await (await _client.Task).Purge(instanceId, cancellation);

    public async Task<int> PurgeEnded(DateTimeOffset startedBefore, CancellationToken cancellation) => await (await _client.Task).PurgeEnded(startedBefore, cancellation);
}
