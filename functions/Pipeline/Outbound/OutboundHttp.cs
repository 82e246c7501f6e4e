using System.Net;
using System.Net.Sockets;

namespace SoraFunctions.Pipeline.Outbound;

/// <summary>
/// HTTP to addresses that callers name. A name is resolved here, every address it has is judged, and the connection goes to a judged
/// address, so that no second answer of the name server can lead elsewhere. Redirects and proxies are not followed.
/// </summary>
/// <param name="options">What is allowed.</param>
public sealed class OutboundHttp(OutboundOptions options) : IDisposable
{
    /// <summary>Who we say we are.</summary>
    public const string UserAgent = "SoraFunctions/0.1";

    private readonly HttpClient _client = new(new LostConnections(new SocketsHttpHandler
    {
        AllowAutoRedirect = false,
        UseProxy = false,
        UseCookies = false,
        AutomaticDecompression = DecompressionMethods.None,
        PooledConnectionLifetime = TimeSpan.FromMinutes(2),
        ConnectTimeout = options.Timeout,
        ConnectCallback = (context, cancellation) => Connect(context.DnsEndPoint, options, cancellation),
    }))
    {
        Timeout = Timeout.InfiniteTimeSpan,
        DefaultRequestHeaders = { { "User-Agent", UserAgent } },
    };

    /// <summary>What is allowed.</summary>
    public OutboundOptions Options => options;

    /// <summary>Whether the address may be called as far as its text tells: http or https, no user, no literal private address.</summary>
    /// <param name="text">The address as written.</param>
    /// <param name="address">The address.</param>
    public bool IsCallable(string text, out Uri address) =>
        Uri.TryCreate(text, UriKind.Absolute, out address!)
        && (address.Scheme == Uri.UriSchemeHttps || address.Scheme == Uri.UriSchemeHttp)
        && address.UserInfo.Length == 0
        && (options.AllowLocalNetwork
            || !(IPAddress.TryParse(address.DnsSafeHost, out var literal) ? !AddressRules.IsPublic(literal) : address.IsLoopback));

    /// <summary>Sends a request and gives the answer once its headers are there.</summary>
    /// <param name="request">To an address that <see cref="IsCallable"/>.</param>
    /// <param name="cancellation">Stops waiting.</param>
    /// <exception cref="HttpRequestException">No answer; the inner exception is a <see cref="ForbiddenAddressException"/> when the name leads into a private network.</exception>
    public Task<HttpResponseMessage> Send(HttpRequestMessage request, CancellationToken cancellation) =>
        _client.SendAsync(request, HttpCompletionOption.ResponseHeadersRead, cancellation);

    /// <inheritdoc/>
    public void Dispose() => _client.Dispose();

    private static async ValueTask<Stream> Connect(DnsEndPoint target, OutboundOptions options, CancellationToken cancellation)
    {
        var addresses = await Dns.GetHostAddressesAsync(target.Host, cancellation);
        if (!options.AllowLocalNetwork && addresses.Any(address => !AddressRules.IsPublic(address)))
        {
            throw new ForbiddenAddressException(target.Host);
        }

        var socket = new Socket(SocketType.Stream, ProtocolType.Tcp) { NoDelay = true };
        try
        {
            await socket.ConnectAsync(addresses, target.Port, cancellation);
            return new NetworkStream(socket, ownsSocket: true);
        }
        catch
        {
            socket.Dispose();
            throw;
        }
    }
}
