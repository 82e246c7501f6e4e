namespace SoraFunctions.Pipeline.Data;

/// <summary>A product of a shop: what a video of it has to show, and which video does.</summary>
public sealed class ShopProductRow
{
    /// <summary>Which shop.</summary>
    public required string Shop { get; init; }

    /// <summary>Its number in the shop.</summary>
    public required long ProductId { get; init; }

    /// <summary>Whose.</summary>
    public required string TenantId { get; init; }

    /// <summary>Rises with each change of this row, so that of two who change it at once one begins again.</summary>
    public int Version { get; set; }

    /// <summary>The latest state of the product that is known, by the shop's clock.</summary>
    public DateTimeOffset? UpdatedAt { get; set; }

    /// <summary>Digest of what a video has to show; null when the product is not for sale.</summary>
    public string? Digest { get; set; }

    /// <summary>What a video has to show, as JSON; null when that was ordered.</summary>
    public string? Story { get; set; }

    /// <summary>Since when there is something new to show; null while there is nothing.</summary>
    public DateTimeOffset? WaitsSince { get; set; }

    /// <summary>When that last changed.</summary>
    public DateTimeOffset? ChangedAt { get; set; }

    /// <summary>Who goes first where many wait: 0 new products, 1 changed ones, 2 those of a back-fill.</summary>
    public int Urgency { get; set; }

    /// <summary>How often something new was ordered or found to be nothing new; each time is an orchestration of its own.</summary>
    public int Round { get; set; }

    /// <summary>Digest of what was last ordered.</summary>
    public string? OrderedDigest { get; set; }

    /// <summary>The video that was last ordered.</summary>
    public string? VideoId { get; set; }

    /// <summary>The round in which it was.</summary>
    public int? VideoRound { get; set; }

    /// <summary>Whether that video is being made.</summary>
    public bool Making { get; set; }

    /// <summary>Why there is no video of what was last wanted: a sentence; null when there is nothing to say.</summary>
    public string? Fault { get; set; }

    /// <summary>When the product was deleted in the shop.</summary>
    public DateTimeOffset? DeletedAt { get; set; }
}
