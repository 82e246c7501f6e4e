using System.Text.Json;

namespace SoraFunctions.Pipeline.Remotes.Calls;

/// <summary>A video of a remote, read leniently: servers differ in what they leave out.</summary>
/// <param name="Id">Its id there.</param>
/// <param name="Status">Such as <c>in_progress</c>.</param>
/// <param name="Progress">Done part, 0 to 1.</param>
/// <param name="ErrorCode">Why it failed; null for no reason given.</param>
/// <param name="ErrorMessage">The same in a sentence.</param>
/// <param name="ExpiresAt">Until when it can be had; null for as long as it is there.</param>
internal sealed record RemoteVideo(
    string Id, string Status, double Progress, string? ErrorCode, string? ErrorMessage, DateTimeOffset? ExpiresAt)
{
    /// <summary>Longest time that is believed, in seconds: a day.</summary>
    private const double MostSeconds = 86_400;

    /// <summary>When to ask again; null when the remote doesn't say.</summary>
    public TimeSpan? PollAfter { get; init; }

    /// <summary>From when the order was taken to when it was done; null when the remote doesn't say, or says what can't be.</summary>
    public TimeSpan? Took { get; init; }

    /// <summary>Reads it; null when it is none.</summary>
    public static RemoteVideo? Read(byte[] json)
    {
        try
        {
            using var document = JsonDocument.Parse(json);
            var video = document.RootElement;
            if (video.ValueKind != JsonValueKind.Object || Text(video, "id") is not { Length: > 0 and <= 200 } id || Text(video, "status") is not { } status)
            {
                return null;
            }

            var error = video.TryGetProperty("error", out var fault) && fault.ValueKind == JsonValueKind.Object ? fault : default(JsonElement?);
            return new RemoteVideo(
                id,
                status,
                Math.Clamp((Number(video, "progress") ?? 0) / 100, 0, 1),
                error is { } code ? Text(code, "code") : null,
                error is { } words ? Text(words, "message") : null,
                Number(video, "expires_at") is { } seconds and > 0 and < 1e11 ? DateTimeOffset.FromUnixTimeSeconds((long)seconds) : null)
            {
                Took = Number(video, "completed_at") - Number(video, "created_at") is { } took and >= 0 and <= MostSeconds ? TimeSpan.FromSeconds(Math.Max(took, 1)) : null,
            };
        }
        catch (JsonException)
        {
            return null;
        }
    }

    private static string? Text(JsonElement value, string name) =>
        value.TryGetProperty(name, out var found) && found.ValueKind == JsonValueKind.String ? found.GetString() : null;

    private static double? Number(JsonElement value, string name) =>
        value.TryGetProperty(name, out var found) && found.ValueKind == JsonValueKind.Number ? found.GetDouble() : null;
}
