using System.Net.Http.Headers;

namespace SoraFunctions.Pipeline.Workers;

/// <summary>Adds the token that a worker, or what stands before it, asks for.</summary>
/// <param name="token">Gives the token that holds now; null for none.</param>
/// <param name="next">Sends.</param>
internal sealed class Bearer(Func<CancellationToken, ValueTask<string?>> token, HttpMessageHandler next) : DelegatingHandler(next)
{
    protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        if (await token(cancellationToken) is { Length: > 0 } held)
        {
            request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", held);
        }

        return await base.SendAsync(request, cancellationToken);
    }
}
