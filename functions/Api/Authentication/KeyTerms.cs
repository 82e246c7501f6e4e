namespace SoraFunctions.Api.Authentication;

/// <summary>What a key is for.</summary>
/// <param name="Scopes">What it may do.</param>
public sealed record KeyTerms(Scope Scopes = Scope.Admin)
{
    /// <summary>What people call it; null for nothing.</summary>
    public string? Name { get; init; }

    /// <summary>Who holds it: a name or an address; null for unsaid.</summary>
    public string? Member { get; init; }

    /// <summary>From when on it is refused; null for never.</summary>
    public DateTimeOffset? ExpiresAt { get; init; }

    /// <summary>Most requests in a minute; null for what its tenant has.</summary>
    public int? MostPerMinute { get; init; }

    /// <summary>Most requests that are answered at the same time; null for what its tenant has.</summary>
    public int? MostAtOnce { get; init; }
}
