namespace SoraFunctions.Pipeline.Data;

/// <summary>A campaign.</summary>
public sealed class CampaignRow
{
    /// <summary><c>camp_…</c>; rises with time.</summary>
    public required string Id { get; init; }

    /// <summary>Whose.</summary>
    public required string TenantId { get; init; }

    /// <summary>What people call it.</summary>
    public required string Name { get; set; }

    /// <summary>What it says: a <see cref="Storage.BlobRef"/> to a <see cref="Campaigns.Wire.CampaignWish"/>, as JSON.</summary>
    public required string Document { get; set; }

    /// <summary>Since when.</summary>
    public required DateTimeOffset CreatedAt { get; init; }

    /// <summary>When it was last changed.</summary>
    public required DateTimeOffset ChangedAt { get; set; }

    /// <summary>Since when no run of it begins; null while they do.</summary>
    public DateTimeOffset? PausedAt { get; set; }

    /// <summary>When the next run is due; null for never.</summary>
    public DateTimeOffset? NextDueAt { get; set; }

    /// <summary>The variant that won; null while that is open.</summary>
    public string? Winner { get; set; }

    /// <summary>When its owner was warned that its budget comes to an end; null for not yet.</summary>
    public DateTimeOffset? WarnedAt { get; set; }

    /// <summary>Why neither it nor a video of it may be removed; null where they may.</summary>
    public string? HoldReason { get; set; }
}
