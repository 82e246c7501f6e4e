using Polly;
using SoraFunctions.Pipeline.Outbound;

namespace SoraFunctions.Pipeline.Workers;

/// <summary>
/// The way to a worker's address, shared by all who go it: connections, token, and the circuit breaker that spares a worker in trouble.
/// </summary>
public sealed class WorkerRoute : IDisposable
{
    private readonly HttpMessageHandler _line;
    private readonly Uri _address;
    private readonly ResiliencePipeline<HttpResponseMessage> _again;

    /// <summary>A way; nothing is connected to yet.</summary>
    /// <param name="address">Such as <c>https://worker.internal/</c>; paths are appended to it.</param>
    /// <param name="token">Gives the bearer token that holds now; null for none.</param>
    /// <param name="retry">How calls are repeated; null for the usual.</param>
    public WorkerRoute(Uri address, Func<CancellationToken, ValueTask<string?>> token, WorkerRetry? retry = null)
    {
        _address = address.AbsoluteUri.EndsWith('/') ? address : new Uri(address.AbsoluteUri + "/");
        _again = (retry ?? new WorkerRetry()).Build();
        _line = new Bearer(token, new LostConnections(new SocketsHttpHandler
        {
            UseCookies = false,
            ConnectTimeout = TimeSpan.FromSeconds(10),
            PooledConnectionLifetime = TimeSpan.FromMinutes(5),
            Expect100ContinueTimeout = TimeSpan.FromSeconds(2),
        }));
    }

    /// <summary>A worker on this way; each call may come to another replica, and each of them knows all jobs.</summary>
    public HttpWorker Open() => new(
        new HttpClient(_line, disposeHandler: false) { BaseAddress = _address, Timeout = Timeout.InfiniteTimeSpan }, _again);

    /// <summary>Ends all connections.</summary>
    public void Dispose() => _line.Dispose();
}
