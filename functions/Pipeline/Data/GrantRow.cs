namespace SoraFunctions.Pipeline.Data;

/// <summary>A licence: who may show what, where, and for how long. Its terms never change; it can only be revoked.</summary>
public sealed class GrantRow
{
    /// <summary><c>grant_</c> and 32 hex digits.</summary>
    public required string Id { get; init; }

    /// <summary>Who gives it.</summary>
    public required string HolderId { get; init; }

    /// <summary>Who has it.</summary>
    public required string TenantId { get; init; }

    /// <summary>Ids of the works: a JSON array; empty for all that the holder has.</summary>
    public required string Works { get; init; }

    /// <summary>Names of the markets: a JSON array; empty for everywhere.</summary>
    public required string Markets { get; init; }

    /// <summary>Names of the channels: a JSON array; empty for all.</summary>
    public required string Channels { get; init; }

    /// <summary>From when on it holds.</summary>
    public required DateTimeOffset From { get; init; }

    /// <summary>Until when it holds; not at that instant any more. Null for no end.</summary>
    public DateTimeOffset? Until { get; init; }

    /// <summary>The holder's share in revenue that is due to a video with it, in hundredths of a per cent: 0 to 10,000.</summary>
    public required int ShareBasisPoints { get; init; }

    /// <summary>When it was given.</summary>
    public required DateTimeOffset CreatedAt { get; init; }

    /// <summary>When it was revoked; null while it was not.</summary>
    public DateTimeOffset? RevokedAt { get; set; }
}
