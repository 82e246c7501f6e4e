namespace SoraFunctions.Pipeline.Data;

/// <summary>A tracked link.</summary>
public sealed class CommerceLinkRow
{
    /// <summary>What stands after <c>/l/</c>.</summary>
    public required string Code { get; init; }

    /// <summary>Whose.</summary>
    public required string TenantId { get; init; }

    /// <summary>For which video.</summary>
    public required string VideoId { get; init; }

    /// <summary>Where it leads, with its UTM parameters.</summary>
    public required string Destination { get; init; }

    /// <summary>In which channel it is shown; null for the video's main one.</summary>
    public string? Channel { get; init; }

    /// <summary>Of which campaign; null for none.</summary>
    public string? Campaign { get; init; }

    /// <summary>Of which product; null for none.</summary>
    public string? Product { get; init; }

    /// <summary>Of which creative variant; null for none.</summary>
    public string? Variant { get; init; }

    /// <summary>The discount code that its video alone shows; null for none.</summary>
    public string? Discount { get; init; }

    /// <summary>Where it leads in some countries or languages: a JSON array of <see cref="Links.LinkAlternative"/>; null for nowhere else.</summary>
    public string? Alternatives { get; init; }

    /// <summary>Until when it leads anywhere; null for ever.</summary>
    public DateTimeOffset? ExpiresAt { get; init; }

    /// <summary>Since when.</summary>
    public required DateTimeOffset CreatedAt { get; init; }
}
