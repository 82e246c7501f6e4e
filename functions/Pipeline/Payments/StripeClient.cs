using System.Net.Http.Headers;
using System.Text.Json;
using SoraFunctions.Pipeline.Outbound;

namespace SoraFunctions.Pipeline.Payments;

/// <summary>The few calls to Stripe that this service makes.</summary>
/// <param name="http">How addresses are called.</param>
/// <param name="options">Where Stripe is.</param>
public sealed class StripeClient(OutboundHttp http, StripeOptions options)
{
    /// <summary>The version of Stripe's API that is spoken.</summary>
    public const string Version = "2026-10-28.endive";

    private const int MostBytes = 4 << 20;
    private static readonly TimeSpan _timeout = TimeSpan.FromSeconds(20);

    /// <summary>Makes or changes something, once for each key of idempotency.</summary>
    /// <param name="key">The account's key.</param>
    /// <param name="path">Such as <c>/v1/payment_links</c>.</param>
    /// <param name="fields">The form.</param>
    /// <param name="once">The key of idempotency, at most 255 characters.</param>
    /// <param name="cancellation">Stops waiting.</param>
    /// <param name="version">The version of Stripe's API that is spoken.</param>
    /// <exception cref="StripeException">It was refused.</exception>
    /// <exception cref="IOException">It may be asked again.</exception>
    public Task<JsonElement> Post(string key, string path, IReadOnlyList<KeyValuePair<string, string>> fields, string once, CancellationToken cancellation, string version = Version)
    {
        var request = new HttpRequestMessage(HttpMethod.Post, new Uri(options.Api, path)) { Content = new FormUrlEncodedContent(fields) };
        request.Headers.Add("Idempotency-Key", once);
        return Send(request, key, version, cancellation);
    }

    /// <summary>Reads something.</summary>
    /// <param name="key">The account's key.</param>
    /// <param name="path">Such as <c>/v1/checkout/sessions</c>.</param>
    /// <param name="cancellation">Stops waiting.</param>
    /// <exception cref="StripeException">It was refused.</exception>
    /// <exception cref="IOException">It may be asked again.</exception>
    public Task<JsonElement> Get(string key, string path, CancellationToken cancellation) =>
        Send(new HttpRequestMessage(HttpMethod.Get, new Uri(options.Api, path)), key, Version, cancellation);

    private async Task<JsonElement> Send(HttpRequestMessage request, string key, string version, CancellationToken cancellation)
    {
        using var sent = request;
        sent.Headers.Authorization = new AuthenticationHeaderValue("Bearer", key);
        sent.Headers.Add("Stripe-Version", version);
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(cancellation);
        limit.CancelAfter(_timeout);
        try
        {
            using var answer = await http.Send(sent, limit.Token);
            var body = await Read(answer, limit.Token);
            return answer.IsSuccessStatusCode ? body
                : (int)answer.StatusCode is 409 or 429 or >= 500 ? throw new IOException($"Stripe answered {(int)answer.StatusCode}.")
                : throw new StripeException((int)answer.StatusCode, MessageOf(body));
        }
        catch (HttpRequestException fault)
        {
            throw new IOException("Stripe can't be reached.", fault);
        }
        catch (OperationCanceledException) when (!cancellation.IsCancellationRequested)
        {
            throw new IOException("Stripe took too long to answer.");
        }
    }

    private static async Task<JsonElement> Read(HttpResponseMessage answer, CancellationToken cancellation)
    {
        await using var content = await answer.Content.ReadAsStreamAsync(cancellation);
        using var bytes = new MemoryStream();
        var buffer = new byte[16384];
        for (int count; (count = await content.ReadAsync(buffer, cancellation)) > 0;)
        {
            bytes.Write(buffer, 0, count);
            if (bytes.Length > MostBytes)
            {
                throw new IOException("Stripe's answer is too long.");
            }
        }

        try
        {
            return JsonElement.Parse(bytes.GetBuffer().AsSpan(0, (int)bytes.Length));
        }
        catch (JsonException)
        {
            throw new IOException($"Stripe answered {(int)answer.StatusCode} with something that is no JSON.");
        }
    }

    private static string MessageOf(JsonElement body) =>
        body.ValueKind == JsonValueKind.Object && body.TryGetProperty("error", out var error) && error.ValueKind == JsonValueKind.Object
        && error.TryGetProperty("message", out var message) && message.ValueKind == JsonValueKind.String ? message.GetString()! : "It gave no reason.";
}
