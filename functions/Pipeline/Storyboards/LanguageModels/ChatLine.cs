using System.ClientModel;
using System.ClientModel.Primitives;
using OpenAI;
using OpenAI.Chat;
using Polly;
using Polly.CircuitBreaker;
using Polly.Timeout;

namespace SoraFunctions.Pipeline.Storyboards.LanguageModels;

/// <summary>Asks a model over chat completions, within a time, and leaves it alone for a while when it fails too often.</summary>
internal sealed class ChatLine
{
    private const int MostTokens = 16_000;
    private readonly ChatClient _client;
    private readonly ResiliencePipeline _breaker;
    private readonly ResiliencePipeline _patience;

    /// <summary>A line to a server.</summary>
    /// <param name="options">Which, and how patient.</param>
    /// <param name="time">The clock.</param>
    public ChatLine(WriterOptions options, TimeProvider time)
    {
        _client = new ChatClient(options.Model, new ApiKeyCredential(options.Key ?? "none"), new OpenAIClientOptions
        {
            Endpoint = options.Url,
            NetworkTimeout = options.Timeout,
            RetryPolicy = new ClientRetryPolicy(0),
        });
        _breaker = new ResiliencePipelineBuilder { TimeProvider = time }
            .AddCircuitBreaker(new CircuitBreakerStrategyOptions
            {
                FailureRatio = 0.5,
                MinimumThroughput = options.BreakAfter,
                SamplingDuration = TimeSpan.FromMinutes(1),
                BreakDuration = options.Break,
                ShouldHandle = new PredicateBuilder().Handle<WriterFailure>(failure => failure.IsOfServer),
            })
            .Build();
        _patience = new ResiliencePipelineBuilder { TimeProvider = time }.AddTimeout(options.Timeout).Build();
    }

    /// <summary>The words of the answer.</summary>
    /// <param name="messages">What is said up to now.</param>
    /// <param name="spent">Told what the answer took, where the server says that.</param>
    /// <param name="cancellation">Stops waiting.</param>
    /// <exception cref="WriterFailure">There is none.</exception>
    public async Task<string> Ask(IReadOnlyList<ChatMessage> messages, TokenCount spent, CancellationToken cancellation)
    {
        try
        {
            return await _breaker.ExecuteAsync(async token => await Answer(messages, spent, token), cancellation);
        }
        catch (BrokenCircuitException fault)
        {
            throw new WriterFailure("it failed too often within the last minute", fault);
        }
    }

    private async Task<string> Answer(IReadOnlyList<ChatMessage> messages, TokenCount spent, CancellationToken cancellation)
    {
        try
        {
            var options = new ChatCompletionOptions
            {
                MaxOutputTokenCount = MostTokens,
                ResponseFormat = ChatResponseFormat.CreateJsonSchemaFormat("storyboard", DraftSchema.Text, jsonSchemaIsStrict: true),
            };
            ChatCompletion completion = await _patience.ExecuteAsync(
                async token => (await _client.CompleteChatAsync(messages, options, token)).Value, cancellation);
            spent.Add(completion.Usage?.TotalTokenCount ?? 0);
            return Words(completion);
        }
        catch (TimeoutRejectedException fault)
        {
            throw new WriterFailure("it did not answer in time", fault, ofServer: true);
        }
        catch (ClientResultException fault)
        {
            throw new WriterFailure(fault.Status == 0 ? "it can't be reached" : $"its server answered {fault.Status}", fault, ofServer: fault.Status is not (400 or 413 or 422));
        }
        catch (OperationCanceledException fault) when (!cancellation.IsCancellationRequested)
        {
            throw new WriterFailure("it did not answer in time", fault, ofServer: true);
        }
        catch (Exception fault) when (fault is not (WriterFailure or OperationCanceledException))
        {
            // What a server sends in place of a completion fails in the client's reader, in ways that it does not document.
            throw new WriterFailure("its server's answer is no chat completion", fault, ofServer: true);
        }
    }

    private static string Words(ChatCompletion completion) => completion switch
    {
        { Refusal.Length: > 0 } => throw new WriterFailure("it refused"),
        { FinishReason: ChatFinishReason.ContentFilter } => throw new WriterFailure("its server's filter stopped it"),
        { FinishReason: ChatFinishReason.Length } => throw new WriterFailure("its answer was cut off"),
        _ when string.Concat(completion.Content.Select(part => part.Text)) is { Length: > 0 } words => words,
        _ => throw new WriterFailure("its answer is empty"),
    };
}
