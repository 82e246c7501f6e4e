namespace SoraFunctions.Local.Durable;

/// <summary>How a call ended: with JSON, or with an error.</summary>
/// <param name="Output">JSON; null when it failed.</param>
/// <param name="ErrorCode">Stable word; null when it succeeded.</param>
/// <param name="Error">What went wrong, without a stack; null when it succeeded.</param>
internal sealed record StepOutcome(string? Output, string? ErrorCode, string? Error)
{
    /// <summary>An error is a message too, and small.</summary>
    public const int LongestError = 4_000;

    public const string ServerError = "server_error";
    public const string Cancelled = "cancelled";
    public const string TimedOut = "timed_out";

    public static StepOutcome Success(string output) => new(output, null, null);

    public static StepOutcome Failure(string code, string message) =>
        new(null, code, message.Length > LongestError ? message[..LongestError] + " ..." : message);
}
