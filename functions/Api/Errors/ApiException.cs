namespace SoraFunctions.Api.Errors;

/// <summary>Ends a request with an error object.</summary>
internal sealed class ApiException(int status, ApiError error) : Exception(error.Message)
{
    public int Status { get; } = status;

    public ApiError Error { get; } = error;

    /// <summary>What <c>x-should-retry</c> tells the clients of the Videos API; null leaves it to them.</summary>
    public bool? ShouldRetry { get; init; }

    /// <summary>How long to wait, to the millisecond, for clients that read <c>retry-after-ms</c>; null for none.</summary>
    public TimeSpan? Wait { get; init; }

    /// <summary>Seconds for <c>Retry-After</c>; null for none.</summary>
    public int? RetryAfter { get; init; }
}
