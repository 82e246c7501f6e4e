namespace SoraFunctions.Commerce.Shopify.Products;

/// <summary>A product as webhooks of the topics <c>products/create</c> and <c>products/update</c> write it: the part that is used here.</summary>
public sealed record ShopifyProduct
{
    /// <summary>Its number in the shop.</summary>
    public required long Id { get; init; }

    /// <summary>Its name.</summary>
    public string? Title { get; init; }

    /// <summary>What the shop says about it, HTML.</summary>
    public string? BodyHtml { get; init; }

    /// <summary>Who makes it.</summary>
    public string? Vendor { get; init; }

    /// <summary>What it is, in the shop's own words.</summary>
    public string? ProductType { get; init; }

    /// <summary>The last part of its page's address.</summary>
    public string? Handle { get; init; }

    /// <summary><c>active</c>, <c>unlisted</c>, <c>draft</c> or <c>archived</c>.</summary>
    public string? Status { get; init; }

    /// <summary>Separated by commas.</summary>
    public string? Tags { get; init; }

    /// <summary>When anything of it was last changed, stock and media included.</summary>
    public DateTimeOffset? UpdatedAt { get; init; }

    /// <summary>What it is, in Shopify's taxonomy.</summary>
    public ShopifyCategory? Category { get; init; }

    /// <summary>What a buyer can choose, such as a size.</summary>
    public IReadOnlyList<ShopifyOption>? Options { get; init; }

    /// <summary>What is sold. Of products with very many, not all may be here.</summary>
    public IReadOnlyList<ShopifyVariant>? Variants { get; init; }

    /// <summary>Its pictures.</summary>
    public IReadOnlyList<ShopifyImage>? Images { get; init; }

    /// <summary>All that is shown of it: pictures again, videos (ours too), 3-D models.</summary>
    public IReadOnlyList<ShopifyMedia>? Media { get; init; }
}
