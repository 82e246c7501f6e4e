using System.Collections.Concurrent;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;

namespace SoraFunctions.Pipeline.Tests.Remotes;

/// <summary>A server that answers requests in turn as a test wants, the last answer again and again, and remembers what it was sent.</summary>
internal sealed class RemotePeer : IAsyncDisposable
{
    public static readonly byte[] Clip = [0, 0, 0, 24, .. "ftypisom"u8, .. new byte[500]];

    private readonly WebApplication _app;
    private readonly ConcurrentDictionary<string, ConcurrentQueue<Func<HttpContext, Task>>> _script = new();

    private RemotePeer(WebApplication app) => _app = app;

    public string Url => $"{_app.Urls.First()}/v1";

    public ConcurrentQueue<(string Call, IHeaderDictionary Headers, string Body, DateTimeOffset At)> Heard { get; } = new();

    public static async Task<RemotePeer> Start()
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        var peer = new RemotePeer(builder.Build());
        peer._app.Run(peer.Answer);
        await peer._app.StartAsync();
        return peer;
    }

    /// <summary>Says how a call such as <c>POST /v1/videos</c> is answered next.</summary>
    public RemotePeer On(string call, Func<HttpContext, Task> answer)
    {
        _script.GetOrAdd(call, _ => new()).Enqueue(answer);
        return this;
    }

    public RemotePeer On(string call, int status, string body, params (string Name, string Value)[] headers) => On(call, async http =>
    {
        http.Response.StatusCode = status;
        http.Response.ContentType = "application/json";
        foreach (var (name, value) in headers)
        {
            http.Response.Headers[name] = value;
        }

        await http.Response.WriteAsync(body);
    });

    /// <summary>Takes every order as <c>video_1</c>, which is done at once.</summary>
    public RemotePeer Obliging() => On("POST /v1/videos", 200, Video("queued"))
        .On("GET /v1/videos/video_1", 200, Video("completed"))
        .On("GET /v1/videos/video_1/content", http => http.Response.Body.WriteAsync(Clip).AsTask());

    public static string Video(string status, string more = "", string id = "video_1") =>
        $$"""{"id":"{{id}}","object":"video","model":"sora-2","status":"{{status}}","progress":40,"created_at":1,"seconds":"4","size":"1280x720"{{more}}}""";

    public IEnumerable<string> Calls => Heard.Select(one => one.Call);

    public ValueTask DisposeAsync() => _app.DisposeAsync();

    private async Task Answer(HttpContext http)
    {
        var call = $"{http.Request.Method} {http.Request.Path}";
        using var reader = new StreamReader(http.Request.Body);
        Heard.Enqueue((call, new HeaderDictionary(http.Request.Headers.ToDictionary()), await reader.ReadToEndAsync(), DateTimeOffset.UtcNow));
        if (!_script.TryGetValue(call, out var answers))
        {
            http.Response.StatusCode = 404;
            return;
        }

        await (answers.Count > 1 && answers.TryDequeue(out var next) ? next : answers.First())(http);
    }
}
