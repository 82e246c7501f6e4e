using System.Globalization;
using System.Net;
using System.Net.Http.Headers;
using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using Polly;
using Polly.CircuitBreaker;
using SoraFunctions.Contract;
using SoraFunctions.Contract.Json;
using SoraFunctions.Contract.Renders;

namespace SoraFunctions.Pipeline.Workers;

/// <summary>
/// A worker at a URL. What fails for the moment (no connection, 408, 429, 5xx) is asked again a few times; a worker that stays
/// out of reach fails with <see cref="WorkerException"/>.
/// </summary>
public sealed class HttpWorker : IWorker, IDisposable
{
    private static readonly MediaTypeHeaderValue _json = new("application/json");
    private static readonly MediaTypeHeaderValue _bytes = new("application/octet-stream");

    /// <summary>Time after which a short answer counts as lost.</summary>
    private static readonly TimeSpan _patience = TimeSpan.FromSeconds(30);

    private readonly HttpClient _http;
    private readonly ResiliencePipeline<HttpResponseMessage> _again;

    /// <summary>A worker over a client of one's own.</summary>
    /// <param name="http">Knows the worker's address, its token, and no time-out of its own; disposed of with this.</param>
    /// <param name="retry">How often and how soon to ask again.</param>
    public HttpWorker(HttpClient http, WorkerRetry retry)
        : this(http, retry.Build())
    {
    }

    /// <summary>A worker on a way that others go too.</summary>
    internal HttpWorker(HttpClient http, ResiliencePipeline<HttpResponseMessage> again)
    {
        _http = http;
        _again = again;
    }

    /// <summary>A worker at an address, for the life of the program.</summary>
    /// <param name="address">Such as <c>https://worker.internal/</c>; paths are appended to it.</param>
    /// <param name="token">The bearer token that it asks for; null for none.</param>
    public static HttpWorker At(Uri address, string? token) => new WorkerRoute(address, _ => ValueTask.FromResult(token)).Open();

    /// <inheritdoc/>
    public void Dispose() => _http.Dispose();

    /// <inheritdoc/>
    public async Task<IReadOnlyList<EngineInfo>> Engines(CancellationToken cancellation)
    {
        using var response = await Send(() => new HttpRequestMessage(HttpMethod.Get, "engines"), cancellation);
        await Expect(response, cancellation);
        return await Read(response, ContractJson.Default.IReadOnlyListEngineInfo, cancellation);
    }

    /// <inheritdoc/>
    public async Task<bool> Has(string sha256, CancellationToken cancellation)
    {
        using var response = await Send(() => new HttpRequestMessage(HttpMethod.Head, Asset(sha256)), cancellation);
        if (response.StatusCode == HttpStatusCode.BadRequest)
        {
            throw new InvalidDataException($"sha256 must be 64 lower-case hex digits, not '{sha256}'");
        }

        await Expect(response, cancellation, HttpStatusCode.NotFound);
        return response.IsSuccessStatusCode;
    }

    /// <inheritdoc/>
    /// <remarks>A stream that can't seek is sent once: there is no way back to its start.</remarks>
    public async Task Put(string sha256, Stream content, CancellationToken cancellation)
    {
        var start = content.CanSeek ? content.Position : -1;
        HttpRequestMessage Request()
        {
            if (start >= 0)
            {
                content.Position = start;
            }

            // Expect-continue spares the transfer of what the worker has already, or has no room for.
            var request = new HttpRequestMessage(HttpMethod.Put, Asset(sha256)) { Content = new StreamContent(new Borrowed(content)) };
            request.Content.Headers.ContentType = _bytes;
            request.Headers.ExpectContinue = true;
            return request;
        }

        using var response = await Send(Request, cancellation, Timeout.InfiniteTimeSpan, repeat: start >= 0);
        await Expect(response, cancellation);
    }

    /// <inheritdoc/>
    public async Task<Stream> Open(string sha256, CancellationToken cancellation)
    {
        var response = await Send(() => new HttpRequestMessage(HttpMethod.Get, Asset(sha256)), cancellation);
        try
        {
            await Expect(response, cancellation);
            return await response.Content.ReadAsStreamAsync(cancellation);
        }
        catch
        {
            response.Dispose();
            throw;
        }
    }

    /// <inheritdoc/>
    public async Task Forget(string sha256, CancellationToken cancellation)
    {
        using var response = await Send(() => new HttpRequestMessage(HttpMethod.Delete, Asset(sha256)), cancellation);
        await Expect(response, cancellation);
    }

    /// <inheritdoc/>
    public async Task<RenderStatus> Submit(string key, RenderJob job, Turn turn, CancellationToken cancellation)
    {
        var body = JsonSerializer.SerializeToUtf8Bytes(job, ContractJson.Default.RenderJob);
        HttpRequestMessage Request()
        {
            var request = new HttpRequestMessage(HttpMethod.Put, Render(key)) { Content = new ByteArrayContent(body) };
            request.Content.Headers.ContentType = _json;
            request.Headers.Add("Sora-Priority", turn.Priority.ToString().ToLowerInvariant());
            if (turn.Party.Length > 0)
            {
                request.Headers.Add("Sora-Party", turn.Party);
            }

            return request;
        }

        using var response = await Send(Request, cancellation);
        await Expect(response, cancellation);
        return await Read(response, ContractJson.Default.RenderStatus, cancellation);
    }

    /// <inheritdoc/>
    public async Task<RenderStatus?> Status(string key, double seen, TimeSpan wait, CancellationToken cancellation)
    {
        wait = TimeSpan.FromTicks(Math.Clamp(wait.Ticks, 0, TimeSpan.FromSeconds(60).Ticks));
        var query = string.Create(CultureInfo.InvariantCulture, $"{Render(key)}?seen={Math.Clamp(seen, 0, 1):0.######}&wait={wait.TotalSeconds:0.###}");
        using var response = await Send(() => new HttpRequestMessage(HttpMethod.Get, query), cancellation, wait + _patience);
        await Expect(response, cancellation, HttpStatusCode.NotFound);
        return response.IsSuccessStatusCode ? await Read(response, ContractJson.Default.RenderStatus, cancellation) : null;
    }

    /// <inheritdoc/>
    public async Task Cancel(string key, CancellationToken cancellation)
    {
        using var response = await Send(() => new HttpRequestMessage(HttpMethod.Delete, Render(key)), cancellation);
        await Expect(response, cancellation);
    }

    private static string Asset(string sha256) => "assets/" + Uri.EscapeDataString(sha256);

    private static string Render(string key) => "renders/" + Uri.EscapeDataString(key);

    private async Task<HttpResponseMessage> Send(
        Func<HttpRequestMessage> request, CancellationToken cancellation, TimeSpan? patience = null, bool repeat = true)
    {
        async ValueTask<HttpResponseMessage> Once(CancellationToken token)
        {
            using var lost = CancellationTokenSource.CreateLinkedTokenSource(token);
            lost.CancelAfter(patience ?? _patience);
            try
            {
                return await _http.SendAsync(request(), HttpCompletionOption.ResponseHeadersRead, lost.Token);
            }
            catch (OperationCanceledException late) when (!token.IsCancellationRequested)
            {
                throw new HttpRequestException("no answer in time", late);
            }
        }

        try
        {
            return repeat ? await _again.ExecuteAsync(Once, cancellation) : await Once(cancellation);
        }
        catch (BrokenCircuitException open)
        {
            throw new WorkerException(
                new RenderError("internal", $"the worker at {_http.BaseAddress} fails too often and is left alone for a few seconds", true), open);
        }
        catch (HttpRequestException failure)
        {
            throw new WorkerException(
                new RenderError("internal", $"the worker at {_http.BaseAddress} is out of reach: {failure.Message}", true), failure);
        }
    }

    private static async Task Expect(HttpResponseMessage response, CancellationToken cancellation, HttpStatusCode? alsoFine = null)
    {
        if (!response.IsSuccessStatusCode && response.StatusCode != alsoFine)
        {
            throw await WorkerReply.Failure(response, cancellation);
        }
    }

    private static async Task<T> Read<T>(HttpResponseMessage response, JsonTypeInfo<T> type, CancellationToken cancellation)
    {
        try
        {
            await using var body = await response.Content.ReadAsStreamAsync(cancellation);
            return await JsonSerializer.DeserializeAsync(body, type, cancellation)
                ?? throw new WorkerException(new RenderError("internal", "the worker answered null in place of what was asked for", true));
        }
        catch (IOException broken)
        {
            throw new WorkerException(new RenderError("internal", $"the worker's answer broke off: {broken.Message}", true), broken);
        }
    }
}
