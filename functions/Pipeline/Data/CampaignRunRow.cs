using SoraFunctions.Pipeline.Campaigns.Runs;

namespace SoraFunctions.Pipeline.Data;

/// <summary>A run of a campaign: the matrix, once.</summary>
public sealed class CampaignRunRow
{
    /// <summary><c>run_…</c>: follows from the campaign and when it was due, so that nothing is run twice.</summary>
    public required string Id { get; init; }

    /// <summary>Of which campaign.</summary>
    public required string CampaignId { get; init; }

    /// <summary>Whose.</summary>
    public required string TenantId { get; init; }

    /// <summary>Where it stands.</summary>
    public RunState State { get; set; }

    /// <summary>When it was due.</summary>
    public required DateTimeOffset DueAt { get; init; }

    /// <summary>When it was taken up.</summary>
    public required DateTimeOffset CreatedAt { get; init; }

    /// <summary>When it ended.</summary>
    public DateTimeOffset? EndedAt { get; set; }

    /// <summary>How many times at which it was due were made up for by this one, because the service was down.</summary>
    public int PassedOver { get; init; }

    /// <summary>Which of a tenant's runs goes first: 0 (last) to 9 (first).</summary>
    public int Priority { get; init; }

    /// <summary>What the campaign said when it began: a <see cref="Storage.BlobRef"/> as JSON.</summary>
    public required string Document { get; init; }

    /// <summary>Its products: a <see cref="Storage.BlobRef"/> as JSON; null until they are known.</summary>
    public string? Products { get; set; }

    /// <summary>Names of the variants that it makes, separated by spaces; null until they are known.</summary>
    public string? Variants { get; set; }

    /// <summary>How many cells it has.</summary>
    public int Cells { get; set; }

    /// <summary>When its owner agreed that all of it is made; null for not yet.</summary>
    public DateTimeOffset? ApprovedAt { get; set; }

    /// <summary>When its owner was asked for that; null for not yet.</summary>
    public DateTimeOffset? AskedAt { get; set; }

    /// <summary>Why it ended as it did: a sentence; null when there is nothing to say.</summary>
    public string? Reason { get; set; }

    /// <summary>The file that lists its videos: a <see cref="Storage.BlobRef"/> as JSON; null until it has ended.</summary>
    public string? Manifest { get; set; }
}
