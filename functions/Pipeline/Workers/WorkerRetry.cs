using System.Net;
using Polly;
using Polly.CircuitBreaker;
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

    /// <summary>Tries within half a minute from which on it is judged whether the worker fails too often.</summary>
    public int BreakAfter { get; init; } = 10;

    /// <summary>How long a worker is left alone of which half of the tries fail, 0.5 s or more. Repeats wait for it as for any failure.</summary>
    public TimeSpan Break { get; init; } = TimeSpan.FromSeconds(5);

    /// <summary>The clock.</summary>
    public TimeProvider Time { get; init; } = TimeProvider.System;

    internal ResiliencePipeline<HttpResponseMessage> Build() => new ResiliencePipelineBuilder<HttpResponseMessage> { TimeProvider = Time }
        .AddRetry(new RetryStrategyOptions<HttpResponseMessage>
        {
            MaxRetryAttempts = Attempts,
            Delay = First,
            MaxDelay = TimeSpan.FromSeconds(10),
            BackoffType = DelayBackoffType.Exponential,
            UseJitter = true,
            ShouldHandle = new PredicateBuilder<HttpResponseMessage>()
                .Handle<HttpRequestException>()
                .Handle<BrokenCircuitException>()
                .HandleResult(response => IsPassing(response.StatusCode)),
            DelayGenerator = arguments => ValueTask.FromResult(arguments.Outcome.Result?.Headers.RetryAfter?.Delta),
        })
        .AddCircuitBreaker(new CircuitBreakerStrategyOptions<HttpResponseMessage>
        {
            FailureRatio = 0.5,
            MinimumThroughput = BreakAfter,
            SamplingDuration = TimeSpan.FromSeconds(30),
            BreakDuration = Break,
            ShouldHandle = new PredicateBuilder<HttpResponseMessage>()
                .Handle<HttpRequestException>()
                .HandleResult(response => IsPassing(response.StatusCode) && (int)response.StatusCode >= 500),
        })
        .Build();

    // A full disk does not empty itself within seconds: 507 goes to the caller, who may wait for other jobs to end.
    private static bool IsPassing(HttpStatusCode status) =>
        status is HttpStatusCode.RequestTimeout or HttpStatusCode.TooManyRequests
        || ((int)status >= 500 && status is not HttpStatusCode.InsufficientStorage and not HttpStatusCode.NotImplemented);
}
