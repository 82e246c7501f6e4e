using System.Collections.Concurrent;
using System.Text.Json;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;

namespace SoraFunctions.Pipeline.Tests.Storyboards.LanguageModels;

/// <summary>A server of chat completions that answers in turn as a test wants, the last answer again and again, and remembers what it was asked.</summary>
internal sealed class ChatPeer : IAsyncDisposable
{
    private readonly WebApplication _app;
    private readonly ConcurrentQueue<Func<HttpContext, Task>> _answers;

    private ChatPeer(WebApplication app, IEnumerable<Func<HttpContext, Task>> answers) => (_app, _answers) = (app, new(answers));

    public Uri Url => new($"{_app.Urls.First()}/v1");

    public ConcurrentQueue<(string Path, string? Key, JsonNode Body)> Asked { get; } = new();

    public static async Task<ChatPeer> Start(params Func<HttpContext, Task>[] answers)
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        var peer = new ChatPeer(builder.Build(), answers);
        peer._app.Run(peer.Answer);
        await peer._app.StartAsync();
        return peer;
    }

    /// <summary>A completion of these words.</summary>
    public static Func<HttpContext, Task> Says(string? content, string finish = "stop", string? refusal = null) => Gives(200, new JsonObject
    {
        ["id"] = "chatcmpl-1",
        ["object"] = "chat.completion",
        ["created"] = 1,
        ["model"] = "writer-1",
        ["choices"] = new JsonArray(new JsonObject
        {
            ["index"] = 0,
            ["finish_reason"] = finish,
            ["message"] = new JsonObject { ["role"] = "assistant", ["content"] = content, ["refusal"] = refusal },
        }),
        ["usage"] = new JsonObject { ["prompt_tokens"] = 1, ["completion_tokens"] = 1, ["total_tokens"] = 2 },
    }.ToJsonString());

    /// <summary>These bytes.</summary>
    public static Func<HttpContext, Task> Gives(int status, string body) => async http =>
    {
        http.Response.StatusCode = status;
        http.Response.ContentType = "application/json";
        await http.Response.WriteAsync(body);
    };

    /// <summary>Nothing, until the caller gives up.</summary>
    public static Func<HttpContext, Task> Silence => http => Task.Delay(Timeout.Infinite, http.RequestAborted).ContinueWith(_ => { }, TaskScheduler.Default);

    public ValueTask DisposeAsync() => _app.DisposeAsync();

    private async Task Answer(HttpContext http)
    {
        var body = await JsonSerializer.DeserializeAsync<JsonNode>(http.Request.Body);
        Asked.Enqueue((http.Request.Path, http.Request.Headers.Authorization, body!));
        var answer = _answers.Count > 1 && _answers.TryDequeue(out var next) ? next : _answers.TryPeek(out var last) ? last : Gives(500, "{}");
        await answer(http);
    }
}
