using System.ComponentModel;

namespace SoraFunctions.Api.Authentication;

/// <summary>The fields of <c>POST /v1/api_keys</c>.</summary>
internal sealed record KeyCreate
{
    [Description("What the key may do: read, render, campaign, review, admin. admin may do everything.")]
    public required IReadOnlyList<string> Scopes { get; init; }

    [Description("What people call it; up to 120 characters.")]
    public string? Name { get; init; }

    [Description("Who holds it, a name or an e-mail address; up to 120 characters.")]
    public string? Member { get; init; }

    [Description("When it ends: Unix time in seconds, in the future. Never when left out.")]
    public long? ExpiresAt { get; init; }

    [Description("Most requests in a minute, 1 to 1,000,000; the tenant's limit holds besides.")]
    public int? RequestsPerMinute { get; init; }

    [Description("Most requests that are answered at the same time, 1 to 10,000; the tenant's limit holds besides.")]
    public int? ConcurrentRequests { get; init; }
}
