using Polly;
using Polly.Retry;

namespace SoraFunctions.Service.Stores;

/// <summary>Waiting for a store that is out of reach.</summary>
internal static class Outage
{
    /// <summary>Calls until the store answers; fails as the call does when that takes too long.</summary>
    /// <param name="call">What is asked of the store.</param>
    /// <param name="longest">How long to wait.</param>
    /// <param name="time">The clock.</param>
    /// <param name="cancellation">Stops waiting.</param>
    public static Task Outlast(Func<Task> call, TimeSpan longest, TimeProvider time, CancellationToken cancellation) => Outlast(
        async () =>
        {
            await call();
            return true;
        },
        longest, time, cancellation);

    /// <inheritdoc cref="Outlast(Func{Task}, TimeSpan, TimeProvider, CancellationToken)"/>
    public static async Task<T> Outlast<T>(Func<Task<T>> call, TimeSpan longest, TimeProvider time, CancellationToken cancellation)
    {
        var begun = time.GetTimestamp();
        var again = new ResiliencePipelineBuilder { TimeProvider = time }
            .AddRetry(new RetryStrategyOptions
            {
                MaxRetryAttempts = int.MaxValue,
                Delay = TimeSpan.FromSeconds(1),
                ShouldHandle = arguments => ValueTask.FromResult(
                    arguments.Outcome.Exception is StoreUnavailableException && time.GetElapsedTime(begun) < longest),
            })
            .Build();
        return await again.ExecuteAsync(async _ => await call(), cancellation);
    }
}
