using System.ClientModel;
using System.ClientModel.Primitives;
using OpenAI;
using Polly;
using Polly.CircuitBreaker;
using Polly.Timeout;

namespace SoraFunctions.Pipeline.ModelServers;

/// <summary>Asks a model within a time, and leaves it alone for a while when it fails too often.</summary>
internal sealed class ModelLine
{
    private readonly ResiliencePipeline _breaker;
    private readonly ResiliencePipeline _patience;
    private readonly string _wanted;

    /// <summary>A line to a server.</summary>
    /// <param name="server">Which, and how patient.</param>
    /// <param name="wanted">What it is asked for, such as "chat completion".</param>
    /// <param name="time">The clock.</param>
    public ModelLine(ModelServer server, string wanted, TimeProvider time)
    {
        _wanted = wanted;
        Key = new ApiKeyCredential(server.Key ?? "none");
        Options = new OpenAIClientOptions { Endpoint = server.Url, NetworkTimeout = server.Timeout, RetryPolicy = new ClientRetryPolicy(0) };
        _breaker = new ResiliencePipelineBuilder { TimeProvider = time }
            .AddCircuitBreaker(new CircuitBreakerStrategyOptions
            {
                FailureRatio = 0.5,
                MinimumThroughput = server.BreakAfter,
                SamplingDuration = TimeSpan.FromMinutes(1),
                BreakDuration = server.Break,
                ShouldHandle = new PredicateBuilder().Handle<ModelFailure>(failure => failure.IsOfServer),
            })
            .Build();
        _patience = new ResiliencePipelineBuilder { TimeProvider = time }.AddTimeout(server.Timeout).Build();
    }

    /// <summary>What a client shows the server.</summary>
    public ApiKeyCredential Key { get; }

    /// <summary>How a client calls it: the line alone decides what is tried again.</summary>
    public OpenAIClientOptions Options { get; }

    /// <summary>The answer.</summary>
    /// <param name="call">Asks; within the time.</param>
    /// <param name="read">Takes from the answer what is wanted; may fail with <see cref="ModelFailure"/>.</param>
    /// <param name="cancellation">Stops waiting.</param>
    /// <exception cref="ModelFailure">There is none.</exception>
    public async Task<TResult> Ask<TAnswer, TResult>(Func<CancellationToken, Task<TAnswer>> call, Func<TAnswer, TResult> read, CancellationToken cancellation)
    {
        try
        {
            return await _breaker.ExecuteAsync(async token => await Answer(call, read, token), cancellation);
        }
        catch (BrokenCircuitException fault)
        {
            throw new ModelFailure("it failed too often within the last minute", fault);
        }
    }

    private async Task<TResult> Answer<TAnswer, TResult>(Func<CancellationToken, Task<TAnswer>> call, Func<TAnswer, TResult> read, CancellationToken cancellation)
    {
        try
        {
            return read(await _patience.ExecuteAsync(async token => await call(token), cancellation));
        }
        catch (TimeoutRejectedException fault)
        {
            throw new ModelFailure("it did not answer in time", fault, ofServer: true);
        }
        catch (ClientResultException fault)
        {
            throw new ModelFailure(fault.Status == 0 ? "it can't be reached" : $"its server answered {fault.Status}", fault, ofServer: fault.Status is not (400 or 413 or 422));
        }
        catch (OperationCanceledException fault) when (!cancellation.IsCancellationRequested)
        {
            throw new ModelFailure("it did not answer in time", fault, ofServer: true);
        }
        catch (Exception fault) when (fault is not (ModelFailure or OperationCanceledException))
        {
            // What a server sends in place of an answer fails in the client's reader, in ways that it does not document.
            throw new ModelFailure($"its server's answer is no {_wanted}", fault, ofServer: true);
        }
    }
}
