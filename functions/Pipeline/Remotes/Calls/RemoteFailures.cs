using System.Globalization;
using System.Text.Json;
using SoraFunctions.Pipeline.Orchestration;

namespace SoraFunctions.Pipeline.Remotes.Calls;

/// <summary>Says what a remote refused, under the remote's own name and without its key.</summary>
/// <param name="name">The remote's.</param>
/// <param name="key">Never shown, even where the remote repeats it.</param>
internal sealed class RemoteFailures(string name, string key)
{
    private const int Longest = 220;

    /// <summary>Codes of failures that another try may mend; every other one is final.</summary>
    private static readonly string[] _passing = ["server_error", "internal_error", "internal", "timeout", "overloaded", "rate_limit_exceeded", "capacity"];

    /// <summary>What an answer other than 2xx means: final, or an <see cref="IOException"/> for now.</summary>
    public Exception Of(RemoteReply reply)
    {
        var (code, message) = Words(reply.Body);
        var said = Said(message);
        return reply.Status switch
        {
            _ when IsModeration(code) => new FinalException("moderation_blocked", $"'{name}' refuses the shot{said}"),
            401 or 403 => new FinalException("remote_unauthorized", $"'{name}' refuses its key{said}"),
            402 or 429 => new IOException($"'{name}' takes no more orders at present{said}"),
            _ when reply.IsPassing => new IOException($"'{name}' answered with status {Number(reply.Status)}{said}"),
            404 => new FinalException("remote_not_found", $"'{name}' has no videos at its address{said}"),
            _ => new FinalException("remote_refused", $"'{name}' refuses the order with status {Number(reply.Status)}{said}"),
        };
    }

    /// <summary>What a video that failed means.</summary>
    public Exception Of(RemoteVideo video) =>
        IsModeration(video.ErrorCode) ? new FinalException("moderation_blocked", $"'{name}' refuses the shot{Said(video.ErrorMessage)}")
        : video.ErrorCode is null || _passing.Contains(video.ErrorCode) ? new IOException($"'{name}' could not make the shot{Said(video.ErrorMessage)}")
        : new FinalException("remote_failed", $"'{name}' could not make the shot{Said(video.ErrorMessage)}");

    /// <summary>No answer at all.</summary>
    public IOException Unreachable(Exception cause) => new($"'{name}' is out of reach{Said(cause.Message)}", cause);

    private static bool IsModeration(string? code) =>
        code is not null && (code.Contains("moderation", StringComparison.Ordinal) || code.Contains("content_policy", StringComparison.Ordinal) || code.Contains("safety", StringComparison.Ordinal));

    private static string Number(int status) => status.ToString(CultureInfo.InvariantCulture);

    private string Said(string? message)
    {
        var text = message?.Replace(key, "…", StringComparison.Ordinal).ReplaceLineEndings(" ").Trim().TrimEnd('.');
        return string.IsNullOrEmpty(text) ? "." : $": {(text.Length > Longest ? $"{text[..Longest]}…" : text)}.";
    }

    private static (string? Code, string? Message) Words(byte[] body)
    {
        try
        {
            using var document = JsonDocument.Parse(body);
            return document.RootElement.ValueKind == JsonValueKind.Object
                && document.RootElement.TryGetProperty("error", out var error) && error.ValueKind == JsonValueKind.Object
                    ? (Text(error, "code"), Text(error, "message"))
                    : (null, null);
        }
        catch (JsonException)
        {
            // A proxy in between speaks its own words.
            return (null, null);
        }
    }

    private static string? Text(JsonElement error, string name) =>
        error.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.String ? value.GetString() : null;
}
