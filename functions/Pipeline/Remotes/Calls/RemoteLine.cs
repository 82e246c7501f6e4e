using Polly;
using SoraFunctions.Pipeline.Outbound;

namespace SoraFunctions.Pipeline.Remotes.Calls;

/// <summary>The way to one remote: address rules, repeats, and the circuit breaker that all who go it share.</summary>
internal sealed class RemoteLine
{
    private readonly OutboundHttp _http;
    private readonly TimeProvider _time;
    private readonly ResiliencePipeline<RemoteReply> _questions;
    private readonly ResiliencePipeline<RemoteReply> _orders;
    private readonly ResiliencePipeline<RemoteReply> _probes;

    public RemoteLine(OutboundHttp http, RemoteRetry retry)
    {
        (_http, _time) = (http, retry.Time);
        (_questions, _orders, _probes) = retry.Build();
    }

    /// <summary>The address, if it may be called.</summary>
    /// <exception cref="ForbiddenAddressException">It may not.</exception>
    public Uri Allowed(Uri address) => _http.IsCallable(address.AbsoluteUri, out _) ? address : throw new ForbiddenAddressException(address.Host);

    /// <summary>Asks, a second time beside the first when the answer is slow.</summary>
    public Task<RemoteReply> Ask(Func<HttpRequestMessage> request, CancellationToken cancellation) => Send(_questions, request, cancellation);

    /// <summary>Orders, never twice at once.</summary>
    public Task<RemoteReply> Order(Func<HttpRequestMessage> request, CancellationToken cancellation) => Send(_orders, request, cancellation);

    /// <summary>Asks once, for a short time; where the circuit is broken, not at all.</summary>
    public Task<RemoteReply> Probe(Func<HttpRequestMessage> request, CancellationToken cancellation) => Send(_probes, request, cancellation);

    /// <summary>Sends once, for an answer that is read as it comes.</summary>
    public Task<HttpResponseMessage> Send(HttpRequestMessage request, CancellationToken cancellation) => _http.Send(request, cancellation);

    /// <summary>Reads an answer whole.</summary>
    public Task<RemoteReply> Reply(HttpResponseMessage answer, CancellationToken cancellation) => RemoteReply.Of(answer, _time, cancellation);

    private async Task<RemoteReply> Send(ResiliencePipeline<RemoteReply> pipeline, Func<HttpRequestMessage> make, CancellationToken cancellation) =>
        await pipeline.ExecuteAsync(
            async token =>
            {
                using var request = make();
                using var answer = await _http.Send(request, token);
                return await Reply(answer, token);
            },
            cancellation);
}
