namespace SoraFunctions.Pipeline.Data;

/// <summary>A key, of which only the hash is kept.</summary>
public sealed class ApiKeyRow
{
    /// <summary>Such as <c>key_3f…</c>.</summary>
    public required string Id { get; init; }

    /// <summary>Whose.</summary>
    public required string TenantId { get; init; }

    /// <summary>SHA-256 of the key as lower-case hex: the key has 256 random bits, so no salt is needed.</summary>
    public required string Hash { get; init; }

    /// <summary>Its last four characters, for people to tell keys apart.</summary>
    public required string Hint { get; init; }

    /// <summary>Since when.</summary>
    public required DateTimeOffset CreatedAt { get; init; }

    /// <summary>From when on it is refused; null while it works.</summary>
    public DateTimeOffset? RevokedAt { get; set; }
}
