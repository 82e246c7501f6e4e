using Polly;
using Polly.Retry;
using Polly.Timeout;
using SoraFunctions.Pipeline.Outbound;

namespace SoraFunctions.Pipeline.Shops.Admin;

/// <summary>How questions to the Admin API are repeated.</summary>
public sealed record AdminRetry
{
    /// <summary>Repeats after the first try, 1 or more.</summary>
    public int Attempts { get; init; } = 6;

    /// <summary>Time before the first repeat; doubles with each, with some jitter, up to 15 s, unless the shop says when.</summary>
    public TimeSpan First { get; init; } = TimeSpan.FromMilliseconds(500);

    /// <summary>The longest pause within a call; what has to wait longer fails for now, and is tried again by its orchestration.</summary>
    public TimeSpan LongestPause { get; init; } = TimeSpan.FromSeconds(60);

    /// <summary>How long one try may take.</summary>
    public TimeSpan Timeout { get; init; } = TimeSpan.FromSeconds(30);

    /// <summary>The clock.</summary>
    public TimeProvider Time { get; init; } = TimeProvider.System;

    /// <summary>For questions, and for changes: of those it is not known whether they came about when the answer is lost, so they are repeated only when refused for their cost.</summary>
    internal (ResiliencePipeline<AdminReply> Questions, ResiliencePipeline<AdminReply> Changes) Build()
    {
        var refused = new PredicateBuilder<AdminReply>().HandleResult(reply => reply.IsRefusedForNow && !(reply.RetryAfter > LongestPause));
        var passing = new PredicateBuilder<AdminReply>()
            .Handle<HttpRequestException>(failure => failure.InnerException is not ForbiddenAddressException)
            .Handle<TimeoutRejectedException>()
            .Handle<IOException>(failure => failure is not ForbiddenAddressException)
            .HandleResult(reply => reply.IsPassing && !(reply.RetryAfter > LongestPause));
        return (Pipeline(passing), Pipeline(refused));
    }

    private ResiliencePipeline<AdminReply> Pipeline(PredicateBuilder<AdminReply> handled) => new ResiliencePipelineBuilder<AdminReply> { TimeProvider = Time }
        .AddRetry(new RetryStrategyOptions<AdminReply>
        {
            MaxRetryAttempts = Attempts,
            Delay = First,
            MaxDelay = TimeSpan.FromSeconds(15),
            BackoffType = DelayBackoffType.Exponential,
            UseJitter = true,
            ShouldHandle = handled,
            DelayGenerator = arguments => ValueTask.FromResult(arguments.Outcome.Result?.RetryAfter),
        })
        .AddTimeout(Timeout)
        .Build();
}
