namespace SoraFunctions.Pipeline.Data;

/// <summary>The answer that was given to a request with an <c>Idempotency-Key</c>.</summary>
public sealed class IdempotencyRow
{
    /// <summary>Whose.</summary>
    public required string TenantId { get; init; }

    /// <summary>The key as it came, at most 255 characters.</summary>
    public required string Key { get; init; }

    /// <summary>SHA-256 of method, path and body.</summary>
    public required string RequestHash { get; init; }

    /// <summary>HTTP status; 0 while the first request is still being answered, -1 when that broke off and the next may take it up.</summary>
    public int Status { get; set; }

    /// <summary>Body of the answer.</summary>
    public string Body { get; set; } = "";

    /// <summary>Since when; kept for 24 hours.</summary>
    public required DateTimeOffset CreatedAt { get; init; }
}
