namespace SoraFunctions.Pipeline.Data;

/// <summary>A payment link that was made at Stripe for a video in a channel.</summary>
public sealed class PaymentLinkRow
{
    /// <summary>Its id there, <c>plink_…</c>.</summary>
    public required string Id { get; init; }

    /// <summary>Whose.</summary>
    public required string TenantId { get; init; }

    /// <summary>For which video.</summary>
    public required string VideoId { get; init; }

    /// <summary>In which channel.</summary>
    public required string Channel { get; init; }

    /// <summary>Where it is paid.</summary>
    public required string Url { get; init; }

    /// <summary>Until when it takes payments; null for ever.</summary>
    public DateTimeOffset? ExpiresAt { get; init; }

    /// <summary>When it was switched off; null while it takes payments.</summary>
    public DateTimeOffset? EndedAt { get; set; }
}
