using System.Globalization;
using System.Net.Http.Headers;
using System.Text;
using SoraFunctions.Pipeline.Data;
using SoraFunctions.Pipeline.Outbound;

namespace SoraFunctions.Pipeline.Webhooks;

/// <summary>Sends one signed event and tells how it was answered.</summary>
/// <param name="http">How addresses are called.</param>
/// <param name="time">The clock.</param>
public sealed class WebhookSender(OutboundHttp http, TimeProvider time)
{
    private static readonly TimeSpan _timeout = TimeSpan.FromSeconds(10);

    /// <summary>Sends it.</summary>
    /// <param name="endpoint">To whom.</param>
    /// <param name="id">The value of <c>webhook-id</c>.</param>
    /// <param name="body">JSON.</param>
    /// <param name="cancellation">Stops waiting.</param>
    /// <returns>Status of the answer; 0 for none within ten seconds, or for an address that must not be called.</returns>
    public async Task<int> Send(WebhookEndpointRow endpoint, string id, string body, CancellationToken cancellation)
    {
        if (!http.IsCallable(endpoint.Url, out var address) || !WebhookPorts.Allow(address, http.Options.AllowLocalNetwork))
        {
            return 0;
        }

        using var request = new HttpRequestMessage(HttpMethod.Post, address) { Content = ContentOf(body) };
        var now = time.GetUtcNow();
        request.Headers.Add("webhook-id", id);
        request.Headers.Add("webhook-timestamp", now.ToUnixTimeSeconds().ToString(CultureInfo.InvariantCulture));
        request.Headers.Add("webhook-signature", WebhookSigner.Sign(SecretsOf(endpoint, now), id, now, body));
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(cancellation);
        limit.CancelAfter(_timeout);
        try
        {
            using var answer = await http.Send(request, limit.Token);
            return (int)answer.StatusCode;
        }
        catch (HttpRequestException)
        {
            return 0;
        }
        catch (OperationCanceledException) when (!cancellation.IsCancellationRequested)
        {
            return 0;
        }
    }

    private static IEnumerable<string> SecretsOf(WebhookEndpointRow endpoint, DateTimeOffset now) =>
        endpoint.OldSecret is { } old && endpoint.OldSecretExpiresAt > now ? [endpoint.Secret, old] : [endpoint.Secret];

    private static ByteArrayContent ContentOf(string body) => new(Encoding.UTF8.GetBytes(body))
    {
        Headers = { ContentType = new MediaTypeHeaderValue("application/json") },
    };
}
