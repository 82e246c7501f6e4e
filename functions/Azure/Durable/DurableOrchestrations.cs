using Microsoft.DurableTask;
using Microsoft.DurableTask.Client;
using SoraFunctions.Pipeline.Orchestration;
using AlreadyExists = DurableTask.Core.Exceptions.OrchestrationAlreadyExistsException;

namespace SoraFunctions.Azure.Durable;

/// <summary>Starts, watches and stops orchestrations on Durable Functions.</summary>
/// <param name="slot">Holds the client.</param>
/// <param name="catalog">Whose version new instances begin under.</param>
/// <param name="json">How messages are written.</param>
internal sealed class DurableOrchestrations(ClientSlot slot, OrchestrationCatalog catalog, MessageJson json) : IOrchestrationClient
{
    private static readonly OrchestrationRuntimeStatus[] _ended =
        [OrchestrationRuntimeStatus.Completed, OrchestrationRuntimeStatus.Failed, OrchestrationRuntimeStatus.Terminated];

    // An instance in whatever state keeps its id: nothing is ever replaced behind its back.
    private static readonly OrchestrationRuntimeStatus[] _all =
        [OrchestrationRuntimeStatus.Pending, OrchestrationRuntimeStatus.Running, OrchestrationRuntimeStatus.Suspended, .. _ended];

    /// <inheritdoc/>
    public async Task<bool> Start<TInput, TOutput>(
        Orchestration<TInput, TOutput> orchestration, string instanceId, TInput input, CancellationToken cancellation)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(instanceId);
        json.Encode(input, typeof(TInput), $"input of '{orchestration.Name}'");
        var options = new StartOrchestrationOptions(instanceId) { Version = OrchestrationVersions.Write(catalog.Version) };
        try
        {
            await slot.Client.ScheduleNewOrchestrationInstanceAsync(
                orchestration.Name, input, options.WithDedupeStatuses(_all), cancellation);
            return true;
        }
        catch (AlreadyExists)
        {
            return false;
        }
    }

    /// <inheritdoc/>
    public async Task<InstanceStatus?> Find(string instanceId, CancellationToken cancellation) =>
        await slot.Client.GetInstanceAsync(instanceId, getInputsAndOutputs: true, cancellation) is { } found
            ? Statuses.Of(found)
            : null;

    /// <inheritdoc/>
    public Task Raise<TPayload>(string instanceId, string name, TPayload payload, CancellationToken cancellation)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(name);
        json.Encode(payload, typeof(TPayload), $"payload of event '{name}'");
        return WhileInFlight(
            instanceId, () => slot.Client.RaiseEventAsync(instanceId, name, payload, cancellation), cancellation);
    }

    /// <inheritdoc/>
    public Task Suspend(string instanceId, string reason, CancellationToken cancellation) => WhileInFlight(
        instanceId, () => slot.Client.SuspendInstanceAsync(instanceId, reason, cancellation), cancellation);

    /// <inheritdoc/>
    public async Task Resume(string instanceId, string reason, CancellationToken cancellation)
    {
        if (await StatusOf(instanceId, cancellation) == OrchestrationRuntimeStatus.Suspended)
        {
            await WhileInFlight(
                instanceId, () => slot.Client.ResumeInstanceAsync(instanceId, reason, cancellation), cancellation);
        }
    }

    /// <inheritdoc/>
    public Task Cancel(string instanceId, string reason, CancellationToken cancellation) => WhileInFlight(
        instanceId,
        () => slot.Client.TerminateInstanceAsync(instanceId, new TerminateInstanceOptions(reason, Recursive: true), cancellation),
        cancellation);

    /// <inheritdoc/>
    public async Task<InstanceStatus> WaitForEnd(string instanceId, CancellationToken cancellation)
    {
        _ = await StatusOf(instanceId, cancellation)
            ?? throw new KeyNotFoundException($"There is no orchestration instance '{instanceId}'.");
        return Statuses.Of(await slot.Client.WaitForInstanceCompletionAsync(instanceId, getInputsAndOutputs: true, cancellation));
    }

    /// <inheritdoc/>
    public async Task<bool> Purge(string instanceId, CancellationToken cancellation)
    {
        if (await StatusOf(instanceId, cancellation) is not { } status || !_ended.Contains(status))
        {
            return false;
        }

        var purged = await slot.Client.PurgeInstanceAsync(instanceId, new PurgeInstanceOptions(Recursive: true), cancellation);
        return purged.PurgedInstanceCount > 0;
    }

    /// <inheritdoc/>
    public async Task<int> PurgeEnded(DateTimeOffset startedBefore, CancellationToken cancellation)
    {
        // Not every host takes a filter without a beginning.
        var filter = new PurgeInstancesFilter(DateTimeOffset.UnixEpoch, startedBefore, _ended);
        var purged = await slot.Client.PurgeAllInstancesAsync(filter, new PurgeInstanceOptions(Recursive: true), cancellation);
        return purged.PurgedInstanceCount;
    }

    /// <summary>Does something to an instance; nothing to one that is not there, has ended, or ends in this very moment.</summary>
    private async Task WhileInFlight(string instanceId, Func<Task> act, CancellationToken cancellation)
    {
        if (!await InFlight(instanceId, cancellation))
        {
            return;
        }

        try
        {
            await act();
        }
        catch (Exception error) when (error is not OperationCanceledException)
        {
            if (await InFlight(instanceId, cancellation))
            {
                throw;
            }
        }
    }

    private async Task<bool> InFlight(string instanceId, CancellationToken cancellation) =>
        await StatusOf(instanceId, cancellation) is { } status && !_ended.Contains(status);

    private async Task<OrchestrationRuntimeStatus?> StatusOf(string instanceId, CancellationToken cancellation) =>
        (await slot.Client.GetInstanceAsync(instanceId, getInputsAndOutputs: false, cancellation))?.RuntimeStatus;
}
