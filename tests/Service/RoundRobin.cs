using System.Net.Http.Headers;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.Extensions.Logging;

namespace SoraFunctions.Service.Tests;

/// <summary>One address before several replicas: each call goes to the next one.</summary>
internal sealed class RoundRobin : IAsyncDisposable
{
    private readonly WebApplication _app;
    private readonly HttpClient _line = new(new SocketsHttpHandler { UseCookies = false, AllowAutoRedirect = false });
    private int _next;

    private RoundRobin(WebApplication app) => _app = app;

    public Uri Address => new(_app.Urls.Single());

    /// <summary>Which replica was asked what, in order.</summary>
    public List<(int Replica, string Call)> Calls { get; } = [];

    public static async Task<RoundRobin> Start(params HttpHost[] replicas)
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        var app = builder.Build();
        app.Urls.Add("http://127.0.0.1:0");
        var proxy = new RoundRobin(app);
        app.Run(context => proxy.Forward(context, replicas));
        await app.StartAsync();
        return proxy;
    }

    public async ValueTask DisposeAsync()
    {
        await _app.DisposeAsync();
        _line.Dispose();
    }

    private async Task Forward(HttpContext context, HttpHost[] replicas)
    {
        context.Features.Get<IHttpMaxRequestBodySizeFeature>()!.MaxRequestBodySize = null;
        var replica = Choose(context, replicas.Length);
        var request = new HttpRequestMessage(
            new HttpMethod(context.Request.Method),
            new Uri(replicas[replica].Address, context.Request.Path + context.Request.QueryString));
        if (context.Request.Method == "PUT")
        {
            request.Content = new StreamContent(context.Request.Body);
            request.Content.Headers.ContentType = MediaTypeHeaderValue.Parse(context.Request.ContentType!);
        }

        foreach (var name in new[] { "Authorization", "traceparent", "Sora-Party", "Sora-Priority" })
        {
            request.Headers.TryAddWithoutValidation(name, (IEnumerable<string?>)context.Request.Headers[name]);
        }

        using var answer = await _line.SendAsync(request, HttpCompletionOption.ResponseHeadersRead, context.RequestAborted);
        context.Response.StatusCode = (int)answer.StatusCode;
        context.Response.ContentType = answer.Content.Headers.ContentType?.ToString();
        context.Response.ContentLength = answer.Content.Headers.ContentLength;
        if (context.Request.Method != "HEAD")
        {
            await answer.Content.CopyToAsync(context.Response.Body);
        }
    }

    private int Choose(HttpContext context, int count)
    {
        lock (Calls)
        {
            var replica = _next++ % count;
            Calls.Add((replica, $"{context.Request.Method} {context.Request.Path}"));
            return replica;
        }
    }
}
