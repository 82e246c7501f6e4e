using System.Net.Sockets;

namespace SoraFunctions.Pipeline.Outbound;

/// <summary>
/// Makes every lost connection an <see cref="HttpRequestException"/>. A peer that resets a connection in the instant it stands makes
/// <see cref="SocketsHttpHandler"/> ask a dead socket for its address, and what that throws comes out bare.
/// </summary>
/// <param name="inner">The handler that connects.</param>
internal sealed class LostConnections(HttpMessageHandler inner) : DelegatingHandler(inner)
{
    /// <inheritdoc/>
    protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        try
        {
            return await base.SendAsync(request, cancellationToken);
        }
        catch (SocketException lost)
        {
            throw new HttpRequestException(HttpRequestError.ConnectionError, $"the connection to {request.RequestUri?.Authority} was lost: {lost.Message}", lost);
        }
    }
}
