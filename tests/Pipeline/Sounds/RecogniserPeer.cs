using System.Collections.Concurrent;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;

namespace SoraFunctions.Pipeline.Tests.Sounds;

/// <summary>A server of audio transcriptions that gives one answer again and again, and remembers what it was asked.</summary>
internal sealed class RecogniserPeer : IAsyncDisposable
{
    private readonly WebApplication _app;
    private readonly Func<HttpContext, Task> _answer;

    private RecogniserPeer(WebApplication app, Func<HttpContext, Task> answer) => (_app, _answer) = (app, answer);

    public Uri Url => new($"{_app.Urls.First()}/v1");

    public ConcurrentQueue<(string Path, string? Key, Dictionary<string, string> Fields, string File, byte[] Sound)> Asked { get; } = new();

    public static async Task<RecogniserPeer> Start(Func<HttpContext, Task> answer)
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        var peer = new RecogniserPeer(builder.Build(), answer);
        peer._app.Run(peer.Answer);
        await peer._app.StartAsync();
        return peer;
    }

    public ValueTask DisposeAsync() => _app.DisposeAsync();

    private async Task Answer(HttpContext http)
    {
        var form = await http.Request.ReadFormAsync();
        var file = Assert.Single(form.Files);
        using var sound = new MemoryStream();
        await file.CopyToAsync(sound);
        Asked.Enqueue((http.Request.Path, http.Request.Headers.Authorization, form.ToDictionary(field => field.Key, field => field.Value.ToString()), file.FileName, sound.ToArray()));
        await _answer(http);
    }
}
