using System.Net.Http.Headers;
using Polly.CircuitBreaker;
using Polly.Timeout;
using SoraFunctions.Pipeline.Orchestration;
using SoraFunctions.Pipeline.Outbound;
using SoraFunctions.Pipeline.Remotes.Servers;

namespace SoraFunctions.Pipeline.Remotes.Calls;

/// <summary>
/// Speaks the Videos API to one remote. Fails with <see cref="FinalException"/> where trying again would not help, and with
/// <see cref="IOException"/> where it may.
/// </summary>
/// <param name="server">The remote.</param>
/// <param name="key">Its key.</param>
/// <param name="line">The way there.</param>
internal sealed class RemoteClient(RemoteServer server, string key, RemoteLine line)
{
    /// <summary>Most bytes of a clip.</summary>
    private const long LargestClip = 512L << 20;

    private const int MostRedirects = 3;
    private static readonly TimeSpan _longestTransfer = TimeSpan.FromMinutes(10);

    private readonly RemoteFailures _failures = new(server.Name, key);

    /// <summary>The remote's name.</summary>
    public string Name => server.Name;

    /// <summary>What a video that failed means: final, or an <see cref="IOException"/> for one that may succeed another time.</summary>
    public Exception FailureOf(RemoteVideo video) => _failures.Of(video);

    /// <summary>Orders a video. The same order under the same key is made once by a remote that honours the key.</summary>
    public async Task<RemoteVideo> Order(RemoteOrder order, string idempotencyKey, CancellationToken cancellation)
    {
        var reply = await Call(() => line.Order(
            () =>
            {
                var request = Request(HttpMethod.Post, "videos");
                request.Headers.Add("Idempotency-Key", idempotencyKey);
                request.Content = order.ToForm();
                return request;
            },
            cancellation));
        return Video(reply) ?? throw _failures.Of(reply);
    }

    /// <summary>How a video stands; null when there is none of that id.</summary>
    public async Task<RemoteVideo?> Find(string id, CancellationToken cancellation)
    {
        var reply = await Call(() => line.Ask(() => Request(HttpMethod.Get, $"videos/{Uri.EscapeDataString(id)}"), cancellation));
        return reply.Status is 404 or 410 ? null : Video(reply) ?? throw _failures.Of(reply);
    }

    /// <summary>Asks for the list of videos, once and not for long: why it takes no orders now, null where it does. A server without that list answers as well.</summary>
    public async Task<string?> Probe(CancellationToken cancellation)
    {
        try
        {
            var reply = await Call(() => line.Probe(() => Request(HttpMethod.Get, "videos?limit=1"), cancellation));
            return reply.Status is 401 or 402 or 403 or 429 or >= 500 ? _failures.Of(reply).Message : null;
        }
        catch (Exception failure) when (failure is IOException or FinalException)
        {
            return failure.Message;
        }
    }

    /// <summary>Copies the bytes of a finished video; false when they can't be had any more.</summary>
    public async Task<bool> Download(string id, Stream target, CancellationToken cancellation)
    {
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(cancellation);
        limit.CancelAfter(_longestTransfer);
        try
        {
            return await Call(() => Follow(new Uri($"{Root}/videos/{Uri.EscapeDataString(id)}/content"), target, limit.Token));
        }
        catch (OperationCanceledException late) when (!cancellation.IsCancellationRequested)
        {
            throw _failures.Unreachable(new IOException("the clip did not arrive in time", late));
        }
    }

    private string Root => server.Url.AbsoluteUri.TrimEnd('/');

    private async Task<bool> Follow(Uri address, Stream target, CancellationToken cancellation)
    {
        for (var hop = 0; hop <= MostRedirects; hop++)
        {
            using var request = new HttpRequestMessage(HttpMethod.Get, line.Allowed(address));
            request.Headers.Accept.ParseAdd("application/binary");
            request.Headers.Accept.ParseAdd("*/*");

            // The key is the remote's alone: storage that it leads to is not shown it.
            if (address.GetLeftPart(UriPartial.Authority) == server.Url.GetLeftPart(UriPartial.Authority))
            {
                request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", key);
            }

            using var answer = await line.Send(request, cancellation);
            if ((int)answer.StatusCode is 301 or 302 or 303 or 307 or 308 && answer.Headers.Location is { } next)
            {
                address = new Uri(address, next);
                continue;
            }

            if (!answer.IsSuccessStatusCode)
            {
                return (int)answer.StatusCode is 404 or 410 ? false : throw _failures.Of(await line.Reply(answer, cancellation));
            }

            await Copy(answer, target, cancellation);
            return true;
        }

        throw new FinalException("remote_refused", $"'{server.Name}' redirects its clips more than {MostRedirects} times.");
    }

    private async Task Copy(HttpResponseMessage answer, Stream target, CancellationToken cancellation)
    {
        await using var content = await answer.Content.ReadAsStreamAsync(cancellation);
        var buffer = new byte[81_920];
        for (int count; (count = await content.ReadAsync(buffer, cancellation)) > 0;)
        {
            await target.WriteAsync(buffer.AsMemory(0, count), cancellation);
            if (target.Length > LargestClip)
            {
                throw new FinalException("remote_refused", $"'{server.Name}' sends a clip of more than {LargestClip >> 20} MiB.");
            }
        }
    }

    private HttpRequestMessage Request(HttpMethod method, string path)
    {
        var request = new HttpRequestMessage(method, line.Allowed(new Uri($"{Root}/{path}")));
        request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", key);
        request.Headers.Accept.ParseAdd("application/json");
        return request;
    }

    private async Task<T> Call<T>(Func<Task<T>> call)
    {
        try
        {
            return await call();
        }
        catch (Exception failure) when (failure is ForbiddenAddressException || failure.InnerException is ForbiddenAddressException)
        {
            throw new FinalException("forbidden_address", $"'{server.Name}' is not at an address of the public internet.");
        }
        catch (BrokenCircuitException open)
        {
            throw _failures.Unreachable(new IOException("it failed too often and is left alone for some seconds", open));
        }
        catch (TimeoutRejectedException late)
        {
            throw _failures.Unreachable(new IOException("no answer in time", late));
        }
        catch (Exception failure) when (failure is HttpRequestException or HttpIOException)
        {
            throw _failures.Unreachable(failure);
        }
    }

    private RemoteVideo? Video(RemoteReply reply) =>
        reply.Status is < 200 or > 299 ? null
        : RemoteVideo.Read(reply.Body) is { } video ? video with { PollAfter = reply.PollAfter }
        : throw new FinalException("remote_refused", $"'{server.Name}' does not speak the Videos API: its answer is no video.");
}
