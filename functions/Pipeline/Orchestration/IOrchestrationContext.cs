namespace SoraFunctions.Pipeline.Orchestration;

/// <summary>
/// What an orchestration may touch. An orchestration is replayed from the top after a restart, so its code must take every fact from
/// here: no clock, no random number, no I/O of its own, and it must await nothing but the tasks given out here.
/// </summary>
public interface IOrchestrationContext
{
    /// <summary>Id of this run.</summary>
    string InstanceId { get; }

    /// <summary>The time, the same on every replay.</summary>
    DateTimeOffset Now { get; }

    /// <summary>A new id, the same on every replay.</summary>
    Guid NewGuid();

    /// <summary>Runs an activity once and gives its recorded result ever after.</summary>
    /// <param name="activity">Which.</param>
    /// <param name="input">Its input: a small message.</param>
    /// <param name="retry">How often to try again after a failure that is not final; null for once.</param>
    /// <exception cref="ActivityFailedException">It failed for good.</exception>
    Task<TOutput> Call<TInput, TOutput>(Activity<TInput, TOutput> activity, TInput input, RetryPolicy? retry = null);

    /// <summary>Runs another orchestration and waits for its end.</summary>
    /// <param name="orchestration">Which.</param>
    /// <param name="instanceId">Its id; started only when no instance has that id.</param>
    /// <param name="input">Its input: a small message.</param>
    /// <exception cref="ActivityFailedException">It failed or was cancelled.</exception>
    Task<TOutput> CallSub<TInput, TOutput>(Orchestration<TInput, TOutput> orchestration, string instanceId, TInput input);

    /// <summary>Waits on the durable clock; a restart does not lengthen it.</summary>
    /// <param name="delay">Zero or more.</param>
    Task Delay(TimeSpan delay);

    /// <summary>Waits for an event that is raised from outside. Events raised before the wait are not lost.</summary>
    /// <param name="name">The event's name.</param>
    /// <param name="timeout">How long to wait.</param>
    /// <exception cref="TimeoutException">It did not come in time.</exception>
    Task<TPayload> WaitFor<TPayload>(string name, TimeSpan timeout);

    /// <summary>Shows a small message to whoever asks for this instance's status.</summary>
    /// <param name="status">Anything that is written as JSON.</param>
    void SetStatus<TStatus>(TStatus status);

    /// <summary>Ends this run, forgets its history and starts it anew with another input: for loops that never end.</summary>
    /// <param name="input">The next run's input. The orchestration must return right after.</param>
    void ContinueAsNew<TInput>(TInput input);
}
