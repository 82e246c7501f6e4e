using System.Globalization;
using System.Net.Http.Headers;

namespace SoraFunctions.Pipeline.Remotes.Calls;

/// <summary>What a remote answered, as far as it matters here.</summary>
/// <param name="Status">HTTP status.</param>
/// <param name="Body">At most <see cref="LongestBody"/> bytes of it.</param>
/// <param name="RetryAfter">When to ask again after a refusal; null when it doesn't say.</param>
/// <param name="PollAfter">When to ask again for a video that is not ready; null when it doesn't say.</param>
/// <param name="ShouldRetry">Whether the same may succeed when asked again, where the remote says so itself.</param>
internal sealed record RemoteReply(int Status, byte[] Body, TimeSpan? RetryAfter, TimeSpan? PollAfter, bool? ShouldRetry)
{
    /// <summary>Enough for a video with all its keys.</summary>
    public const int LongestBody = 1 << 20;

    /// <summary>Whether it failed for the moment: 408, 409 (a request with the same key is being answered), 429 or 5xx, unless the remote says otherwise.</summary>
    public bool IsPassing => Status >= 400 && (ShouldRetry ?? (Status is 408 or 409 or 429 || (Status >= 500 && Status != 501)));

    public static async Task<RemoteReply> Of(HttpResponseMessage answer, TimeProvider time, CancellationToken cancellation)
    {
        await using var content = await answer.Content.ReadAsStreamAsync(cancellation);
        var body = new byte[LongestBody];
        var length = await content.ReadAtLeastAsync(body, LongestBody, throwOnEndOfStream: false, cancellation);
        return new RemoteReply(
            (int)answer.StatusCode,
            body[..length],
            Milliseconds(answer.Headers, "retry-after-ms") ?? RetryAfterOf(answer.Headers, time),
            Milliseconds(answer.Headers, "openai-poll-after-ms"),
            answer.Headers.TryGetValues("x-should-retry", out var words) ? words.First() == "true" : null);
    }

    private static TimeSpan? RetryAfterOf(HttpResponseHeaders headers, TimeProvider time) => headers.RetryAfter switch
    {
        { Delta: { } delta } => delta,
        { Date: { } date } => date > time.GetUtcNow() ? date - time.GetUtcNow() : TimeSpan.Zero,
        _ => null,
    };

    private static TimeSpan? Milliseconds(HttpResponseHeaders headers, string name) =>
        headers.TryGetValues(name, out var values) && double.TryParse(values.First(), NumberStyles.Float, CultureInfo.InvariantCulture, out var count) && count is >= 0 and < 1e9
            ? TimeSpan.FromMilliseconds(count)
            : null;
}
