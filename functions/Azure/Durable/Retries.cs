using Microsoft.DurableTask;
using RetryPolicy = SoraFunctions.Pipeline.Orchestration.RetryPolicy;

namespace SoraFunctions.Azure.Durable;

/// <summary>Retry policies as Durable Functions has them.</summary>
internal static class Retries
{
    private static readonly TimeSpan _shortest = TimeSpan.FromMilliseconds(1);

    /// <summary>The same policy, which leaves final failures alone.</summary>
    /// <param name="policy">The pipeline's; null for one run.</param>
    public static TaskOptions? Of(RetryPolicy? policy)
    {
        if (policy is not { Attempts: > 1 })
        {
            return null;
        }

        // The SDK takes no pause of zero, and no first pause above the longest.
        var longest = policy.LongestPause > _shortest ? policy.LongestPause : _shortest;
        var first = policy.FirstPause > _shortest ? policy.FirstPause : _shortest;
        return TaskOptions.FromRetryPolicy(
            new(policy.Attempts, first < longest ? first : longest, policy.Factor, longest)
            {
                HandleFailure = details => !Failure.Read(details).Final,
            });
    }
}
