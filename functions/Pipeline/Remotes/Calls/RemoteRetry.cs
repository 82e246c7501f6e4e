using Polly;
using Polly.CircuitBreaker;
using Polly.Hedging;
using Polly.Retry;
using Polly.Timeout;

namespace SoraFunctions.Pipeline.Remotes.Calls;

/// <summary>How calls to a remote are repeated. Orders carry an idempotency key, so all of them may be.</summary>
public sealed record RemoteRetry
{
    /// <summary>Repeats after the first try, 1 or more.</summary>
    public int Attempts { get; init; } = 4;

    /// <summary>Time before the first repeat; doubles with each, with some jitter, up to 15 s, unless the remote says when.</summary>
    public TimeSpan First { get; init; } = TimeSpan.FromMilliseconds(500);

    /// <summary>The longest pause that a remote may ask for within a call; what asks for a longer one fails for now.</summary>
    public TimeSpan LongestPause { get; init; } = TimeSpan.FromSeconds(60);

    /// <summary>How long one try of a question may take.</summary>
    public TimeSpan Timeout { get; init; } = TimeSpan.FromSeconds(30);

    /// <summary>How long one try of an order, which brings a picture, may take.</summary>
    public TimeSpan OrderTimeout { get; init; } = TimeSpan.FromSeconds(120);

    /// <summary>How long a remote may take to say that it is there.</summary>
    public TimeSpan ProbeTimeout { get; init; } = TimeSpan.FromSeconds(3);

    /// <summary>Time after which a question that has no answer yet is asked a second time beside the first.</summary>
    public TimeSpan HedgeAfter { get; init; } = TimeSpan.FromSeconds(5);

    /// <summary>Tries within half a minute from which on it is judged whether the remote fails too often.</summary>
    public int BreakAfter { get; init; } = 10;

    /// <summary>How long a remote is left alone of which half of the tries fail, 0.5 s or more.</summary>
    public TimeSpan Break { get; init; } = TimeSpan.FromSeconds(10);

    /// <summary>The clock.</summary>
    public TimeProvider Time { get; init; } = TimeProvider.System;

    /// <summary>For questions, which may be asked twice at once, for orders, which may not, and for probes, which are not repeated. They share the circuit breaker.</summary>
    internal (ResiliencePipeline<RemoteReply> Questions, ResiliencePipeline<RemoteReply> Orders, ResiliencePipeline<RemoteReply> Probes) Build()
    {
        var breaker = new ResiliencePipelineBuilder<RemoteReply> { TimeProvider = Time }.AddCircuitBreaker(new CircuitBreakerStrategyOptions<RemoteReply>
        {
            FailureRatio = 0.5,
            MinimumThroughput = BreakAfter,
            SamplingDuration = TimeSpan.FromSeconds(30),
            BreakDuration = Break,
            ShouldHandle = Failures().HandleResult(reply => reply.Status >= 500 && reply.IsPassing),
        }).Build();
        var questions = Start()
            .AddPipeline(breaker)
            .AddHedging(new HedgingStrategyOptions<RemoteReply> { MaxHedgedAttempts = 1, Delay = HedgeAfter, ShouldHandle = _ => ValueTask.FromResult(false) })
            .AddTimeout(Timeout)
            .Build();
        var probes = new ResiliencePipelineBuilder<RemoteReply> { TimeProvider = Time }.AddPipeline(breaker).AddTimeout(ProbeTimeout).Build();
        return (questions, Start().AddPipeline(breaker).AddTimeout(OrderTimeout).Build(), probes);
    }

    private ResiliencePipelineBuilder<RemoteReply> Start() => new ResiliencePipelineBuilder<RemoteReply> { TimeProvider = Time }
        .AddRetry(new RetryStrategyOptions<RemoteReply>
        {
            MaxRetryAttempts = Attempts,
            Delay = First,
            MaxDelay = TimeSpan.FromSeconds(15),
            BackoffType = DelayBackoffType.Exponential,
            UseJitter = true,
            ShouldHandle = Failures().Handle<BrokenCircuitException>().HandleResult(reply => reply.IsPassing && !(reply.RetryAfter > LongestPause)),
            DelayGenerator = arguments => ValueTask.FromResult(arguments.Outcome.Result?.RetryAfter),
        });

    private static PredicateBuilder<RemoteReply> Failures() => new PredicateBuilder<RemoteReply>()
        .Handle<HttpRequestException>(failure => failure.InnerException is not Outbound.ForbiddenAddressException)
        .Handle<TimeoutRejectedException>()
        .Handle<IOException>(failure => failure is not Outbound.ForbiddenAddressException);
}
