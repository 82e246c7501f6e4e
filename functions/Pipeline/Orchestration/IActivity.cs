namespace SoraFunctions.Pipeline.Orchestration;

/// <summary>The code of an activity. It may run more than once for one call, so it must be idempotent.</summary>
/// <typeparam name="TInput">A small message.</typeparam>
/// <typeparam name="TOutput">A small message.</typeparam>
public interface IActivity<TInput, TOutput>
{
    /// <summary>Does the work.</summary>
    /// <param name="input">The message.</param>
    /// <param name="cancellation">The host is stopping, or the instance was cancelled.</param>
    /// <exception cref="FinalException">Trying again would not help.</exception>
    Task<TOutput> Run(TInput input, CancellationToken cancellation);
}
