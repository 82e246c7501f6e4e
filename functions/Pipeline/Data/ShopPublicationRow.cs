namespace SoraFunctions.Pipeline.Data;

/// <summary>A video on its way onto the page of its product.</summary>
public sealed class ShopPublicationRow
{
    /// <summary>Which video.</summary>
    public required string VideoId { get; init; }

    /// <summary>Whose.</summary>
    public required string TenantId { get; init; }

    /// <summary>Into which shop.</summary>
    public required string Shop { get; init; }

    /// <summary>Onto which product.</summary>
    public required long ProductId { get; init; }

    /// <summary>Where its bytes were brought to; null until they are there.</summary>
    public string? ResourceUrl { get; set; }

    /// <summary>Its id among the product's media; null until it is one of them.</summary>
    public string? MediaId { get; set; }

    /// <summary>What the shop says of it to those who can't see it; null where that is not known.</summary>
    public string? Alt { get; set; }

    /// <summary>When buyers could see it; null until then.</summary>
    public DateTimeOffset? PublishedAt { get; set; }

    /// <summary>When a newer one took its place; null until then.</summary>
    public DateTimeOffset? ReplacedAt { get; set; }

    /// <summary>Why it is not to be seen: a sentence; null when there is nothing to say.</summary>
    public string? Fault { get; set; }
}
