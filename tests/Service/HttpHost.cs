using System.Net.Http.Headers;
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.Logging;
using SoraFunctions.Pipeline.Workers;
using SoraFunctions.Service.Http;

namespace SoraFunctions.Service.Tests;

/// <summary>A desk behind a real web server on a free port of this machine.</summary>
internal sealed class HttpHost : IAsyncDisposable
{
    private readonly WebApplication _app;

    private readonly TaskCompletionSource _arrived = new();

    private HttpHost(WebApplication app) => _app = app;

    /// <summary>Done once a first request is here.</summary>
    public Task Arrived => _arrived.Task;

    public Uri Address => new(_app.Urls.Single());

    public static async Task<HttpHost> Start(RenderDesk desk, DeskHttp http)
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        var app = builder.Build();
        app.Urls.Add("http://127.0.0.1:0");
        var host = new HttpHost(app);
        app.Use((context, next) =>
        {
            host._arrived.TrySetResult();
            return next(context);
        });
        app.MapRenderDesk(desk, http);
        await app.StartAsync();
        return host;
    }

    public HttpClient Client(string? token = null)
    {
        var client = new HttpClient { BaseAddress = Address };
        if (token is not null)
        {
            client.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", token);
        }

        return client;
    }

    public HttpWorker Worker(string? token = null) => new(Client(token), new WorkerRetry(2, TimeSpan.Zero));

    public Task Stop() => _app.StopAsync();

    public ValueTask DisposeAsync() => _app.DisposeAsync();
}
