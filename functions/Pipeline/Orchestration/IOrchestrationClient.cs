namespace SoraFunctions.Pipeline.Orchestration;

/// <summary>How the rest of the service starts, watches and stops orchestrations.</summary>
public interface IOrchestrationClient
{
    /// <summary>Starts an instance, durably: once this returns, it will run to its end whatever happens to the process.</summary>
    /// <param name="orchestration">Which.</param>
    /// <param name="instanceId">Its id; nothing happens when an instance has that id already.</param>
    /// <param name="input">Its input: a small message.</param>
    /// <param name="cancellation">Stops waiting.</param>
    /// <returns>False when the instance existed.</returns>
    Task<bool> Start<TInput, TOutput>(
        Orchestration<TInput, TOutput> orchestration, string instanceId, TInput input, CancellationToken cancellation);

    /// <summary>Status of an instance; null when there is none.</summary>
    /// <param name="instanceId">Its id.</param>
    /// <param name="cancellation">Stops waiting.</param>
    Task<InstanceStatus?> Find(string instanceId, CancellationToken cancellation);

    /// <summary>Raises an event that an instance waits for, now or later.</summary>
    /// <param name="instanceId">Its id.</param>
    /// <param name="name">The event's name.</param>
    /// <param name="payload">A small message.</param>
    /// <param name="cancellation">Stops waiting.</param>
    Task Raise<TPayload>(string instanceId, string name, TPayload payload, CancellationToken cancellation);

    /// <summary>
    /// Holds an instance: it begins nothing new until it is resumed. What runs goes on, and its result is kept; sub-orchestrations are
    /// instances of their own. Nothing happens to an instance that has ended.
    /// </summary>
    /// <param name="instanceId">Its id.</param>
    /// <param name="reason">For the log.</param>
    /// <param name="cancellation">Stops waiting.</param>
    Task Suspend(string instanceId, string reason, CancellationToken cancellation);

    /// <summary>Lets a held instance go on; nothing happens to one that is not held.</summary>
    /// <param name="instanceId">Its id.</param>
    /// <param name="reason">For the log.</param>
    /// <param name="cancellation">Stops waiting.</param>
    Task Resume(string instanceId, string reason, CancellationToken cancellation);

    /// <summary>Ends an instance and its sub-orchestrations; running activities are told to stop.</summary>
    /// <param name="instanceId">Its id.</param>
    /// <param name="reason">Shown in its status.</param>
    /// <param name="cancellation">Stops waiting.</param>
    Task Cancel(string instanceId, string reason, CancellationToken cancellation);

    /// <summary>Waits until an instance has ended.</summary>
    /// <param name="instanceId">Its id.</param>
    /// <param name="cancellation">Stops waiting.</param>
    Task<InstanceStatus> WaitForEnd(string instanceId, CancellationToken cancellation);

    /// <summary>Forgets an instance that has ended, with its history and that of its sub-orchestrations.</summary>
    /// <param name="instanceId">Its id.</param>
    /// <param name="cancellation">Stops waiting.</param>
    /// <returns>False when there is none, or it has not ended.</returns>
    Task<bool> Purge(string instanceId, CancellationToken cancellation);

    /// <summary>Forgets every instance that began before a time and has ended, with its history.</summary>
    /// <param name="startedBefore">The time.</param>
    /// <param name="cancellation">Stops waiting; what is left is forgotten by the next call.</param>
    /// <returns>How many were forgotten.</returns>
    Task<int> PurgeEnded(DateTimeOffset startedBefore, CancellationToken cancellation);
}
