using System.Net;
using Polly;
using Polly.Retry;

namespace SoraFunctions.Pipeline.Workers;

/// <summary>How a call to a worker is repeated. Every call may be: assets and jobs go by content.</summary>
/// <param name="Attempts">Repeats after the first try, 1 or more.</param>
/// <param name="First">Time before the first repeat; doubles with each, with some jitter, up to 10 s.</param>
public sealed record WorkerRetry(int Attempts, TimeSpan First)
{
    /// <summary>Six repeats within about 20 s: as long as a container takes to be replaced.</summary>
    public WorkerRetry()
        : this(6, TimeSpan.FromMilliseconds(300))
    {
    }

    internal ResiliencePipeline<HttpResponseMessage> Build() => new ResiliencePipelineBuilder<HttpResponseMessage>()
        .AddRetry(new RetryStrategyOptions<HttpResponseMessage>
        {
            MaxRetryAttempts = Attempts,
            Delay = First,
            MaxDelay = TimeSpan.FromSeconds(10),
            BackoffType = DelayBackoffType.Exponential,
            UseJitter = true,
            ShouldHandle = new PredicateBuilder<HttpResponseMessage>()
                .Handle<HttpRequestException>()
                .HandleResult(response => IsPassing(response.StatusCode)),
            DelayGenerator = arguments => ValueTask.FromResult(arguments.Outcome.Result?.Headers.RetryAfter?.Delta),
        })
        .Build();

    // A full disk does not empty itself within seconds: 507 goes to the caller, who may wait for other jobs to end.
    private static bool IsPassing(HttpStatusCode status) =>
        status is HttpStatusCode.RequestTimeout or HttpStatusCode.TooManyRequests
        || ((int)status >= 500 && status is not HttpStatusCode.InsufficientStorage and not HttpStatusCode.NotImplemented);
}
