using System.Net;

namespace SoraFunctions.Pipeline.Workers;

/// <summary>
/// Keeps the cookies that one holder of a worker was given. Several replicas stand behind one address, a job and its assets lie with one of
/// them, and the ingress knows by its cookie which one that is. The connections below are shared with others, the cookies are not.
/// </summary>
internal sealed class Affinity(HttpMessageHandler shared) : DelegatingHandler(shared)
{
    private readonly CookieContainer _cookies = new();

    protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        var address = request.RequestUri!;
        if (_cookies.GetCookieHeader(address) is { Length: > 0 } kept)
        {
            request.Headers.Add("Cookie", kept);
        }

        var response = await base.SendAsync(request, cancellationToken);
        if (response.Headers.TryGetValues("Set-Cookie", out var given))
        {
            foreach (var cookie in given)
            {
                Keep(address, cookie);
            }
        }

        return response;
    }

    /// <summary>What shares the connections must not end them.</summary>
    protected override void Dispose(bool disposing)
    {
    }

    private void Keep(Uri address, string cookie)
    {
        try
        {
            _cookies.SetCookies(address, cookie);
        }
        catch (CookieException)
        {
            // Some proxy's own, malformed or for another domain: it leads to no replica.
        }
    }
}
