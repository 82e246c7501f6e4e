namespace SoraFunctions.Pipeline.Data;

/// <summary>A key, of which only the hash is kept.</summary>
public sealed class ApiKeyRow
{
    /// <summary>Such as <c>key_3f…</c>.</summary>
    public required string Id { get; init; }

    /// <summary>Whose.</summary>
    public required string TenantId { get; init; }

    /// <summary>SHA-256 of the key as lower-case hex: the key has 256 random bits, so no salt is needed.</summary>
    public required string Hash { get; set; }

    /// <summary>Its last four characters, for people to tell keys apart.</summary>
    public required string Hint { get; set; }

    /// <summary>Its first twelve characters, for the same; null for keys that are older than this.</summary>
    public string? Prefix { get; set; }

    /// <summary>What people call it; null for nothing.</summary>
    public string? Name { get; init; }

    /// <summary>Who holds it: a name or an address; null for unsaid.</summary>
    public string? Member { get; set; }

    /// <summary>What it may do: words with spaces between; null for everything, which keys may that are older than this.</summary>
    public string? Scopes { get; init; }

    /// <summary>Most requests in a minute; null for what its tenant has.</summary>
    public int? MostPerMinute { get; init; }

    /// <summary>Most requests that are answered at the same time; null for what its tenant has.</summary>
    public int? MostAtOnce { get; init; }

    /// <summary>From when on it is refused; null for never.</summary>
    public DateTimeOffset? ExpiresAt { get; init; }

    /// <summary>When it was last used, to within some minutes; null for never.</summary>
    public DateTimeOffset? LastUsedAt { get; set; }

    /// <summary>Id of the key that it was rotated to; null for none.</summary>
    public string? ReplacedBy { get; set; }

    /// <summary>Since when.</summary>
    public required DateTimeOffset CreatedAt { get; init; }

    /// <summary>From when on it is refused; null while it works, the future while it is being rotated.</summary>
    public DateTimeOffset? RevokedAt { get; set; }
}
