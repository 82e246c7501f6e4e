using OpenAI.Chat;
using SoraFunctions.Pipeline.ModelServers;

namespace SoraFunctions.Pipeline.Storyboards.LanguageModels;

/// <summary>Asks a model over chat completions.</summary>
internal sealed class ChatLine
{
    private const int MostTokens = 16_000;
    private readonly ModelLine _line;
    private readonly ChatClient _client;

    /// <summary>A line to a server.</summary>
    /// <param name="server">Which, and how patient.</param>
    /// <param name="time">The clock.</param>
    public ChatLine(ModelServer server, TimeProvider time)
    {
        _line = new ModelLine(server, "chat completion", time);
        _client = new ChatClient(server.Model, _line.Key, _line.Options);
    }

    /// <summary>The words of the answer.</summary>
    /// <param name="messages">What is said up to now.</param>
    /// <param name="spent">Told what the answer took, where the server says that.</param>
    /// <param name="cancellation">Stops waiting.</param>
    /// <exception cref="ModelFailure">There is none.</exception>
    public Task<string> Ask(IReadOnlyList<ChatMessage> messages, TokenCount spent, CancellationToken cancellation)
    {
        var options = new ChatCompletionOptions
        {
            MaxOutputTokenCount = MostTokens,
            ResponseFormat = ChatResponseFormat.CreateJsonSchemaFormat("storyboard", DraftSchema.Text, jsonSchemaIsStrict: true),
        };
        return _line.Ask(
            async token => (await _client.CompleteChatAsync(messages, options, token)).Value,
            completion =>
            {
                spent.Add(completion.Usage?.TotalTokenCount ?? 0);
                return Words(completion);
            },
            cancellation);
    }

    private static string Words(ChatCompletion completion) => completion switch
    {
        { Refusal.Length: > 0 } => throw new ModelFailure("it refused"),
        { FinishReason: ChatFinishReason.ContentFilter } => throw new ModelFailure("its server's filter stopped it"),
        { FinishReason: ChatFinishReason.Length } => throw new ModelFailure("its answer was cut off"),
        _ when string.Concat(completion.Content.Select(part => part.Text)) is { Length: > 0 } words => words,
        _ => throw new ModelFailure("its answer is empty"),
    };
}
