using Microsoft.DurableTask;
using Microsoft.DurableTask.Client;
using AlreadyExists = DurableTask.Core.Exceptions.OrchestrationAlreadyExistsException;

namespace SoraFunctions.Azure.Tests.Doubles;

/// <summary>Writes down every call; instances are what a test puts there, and what was started.</summary>
internal sealed class ClientDouble() : DurableTaskClient("test")
{
    public Dictionary<string, OrchestrationMetadata> Instances { get; } = [];

    public List<ClientCall> Calls { get; } = [];

    /// <summary>What a call does besides being written down, such as to fail.</summary>
    public Action<string> During { get; set; } = _ => { };

    public PurgeResult Purged { get; set; } = new(1);

    public override Task<string> ScheduleNewOrchestrationInstanceAsync(
        TaskName orchestratorName, object? input = null, StartOrchestrationOptions? options = null, CancellationToken cancellation = default)
    {
        var id = options!.InstanceId!;
        Note("schedule", id, orchestratorName.Name, input, options);
        if (Instances.TryGetValue(id, out var known) && options.DedupeStatuses!.Contains(known.RuntimeStatus.ToString()))
        {
            throw new AlreadyExists($"An orchestration with id '{id}' already exists.");
        }

        Instances[id] = new OrchestrationMetadata(orchestratorName.Name, id) { RuntimeStatus = OrchestrationRuntimeStatus.Pending };
        return Task.FromResult(id);
    }

    public override Task RaiseEventAsync(
        string instanceId, string eventName, object? eventPayload = null, CancellationToken cancellation = default) =>
        Note("raise", instanceId, eventName, eventPayload);

    public override Task<OrchestrationMetadata> WaitForInstanceStartAsync(
        string instanceId, bool getInputsAndOutputs = false, CancellationToken cancellation = default) => throw new NotSupportedException();

    public override async Task<OrchestrationMetadata> WaitForInstanceCompletionAsync(
        string instanceId, bool getInputsAndOutputs = false, CancellationToken cancellation = default)
    {
        await Note("wait", instanceId, getInputsAndOutputs);
        return Instances[instanceId];
    }

    public override Task TerminateInstanceAsync(
        string instanceId, TerminateInstanceOptions? options = null, CancellationToken cancellation = default) =>
        Note("terminate", instanceId, options);

    public override Task SuspendInstanceAsync(string instanceId, string? reason = null, CancellationToken cancellation = default) =>
        Note("suspend", instanceId, reason);

    public override Task ResumeInstanceAsync(string instanceId, string? reason = null, CancellationToken cancellation = default) =>
        Note("resume", instanceId, reason);

    public override Task<OrchestrationMetadata?> GetInstancesAsync(
        string instanceId, bool getInputsAndOutputs = false, CancellationToken cancellation = default) =>
        Task.FromResult(Instances.GetValueOrDefault(instanceId));

    public override AsyncPageable<OrchestrationMetadata> GetAllInstancesAsync(OrchestrationQuery? filter = null) =>
        throw new NotSupportedException();

    public override async Task<PurgeResult> PurgeInstanceAsync(
        string instanceId, PurgeInstanceOptions? options = null, CancellationToken cancellation = default)
    {
        await Note("purge", instanceId, options);
        Instances.Remove(instanceId);
        return Purged;
    }

    public override async Task<PurgeResult> PurgeAllInstancesAsync(
        PurgeInstancesFilter filter, PurgeInstanceOptions? options = null, CancellationToken cancellation = default)
    {
        await Note("purge all", "", filter, options);
        return Purged;
    }

    public override ValueTask DisposeAsync() => ValueTask.CompletedTask;

    private Task Note(string what, string id, params object?[] with)
    {
        Calls.Add(new ClientCall(what, id, with));
        During(what);
        return Task.CompletedTask;
    }
}
