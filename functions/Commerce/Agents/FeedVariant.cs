namespace SoraFunctions.Commerce.Agents;

/// <summary>A variant of a product.</summary>
public sealed record FeedVariant
{
    /// <summary>What is bought by.</summary>
    public required string Id { get; init; }

    /// <summary>What it is called.</summary>
    public required string Title { get; init; }

    /// <summary>Where it is sold.</summary>
    public string? Url { get; init; }

    /// <summary>What it costs.</summary>
    public FeedPrice? Price { get; init; }

    /// <summary>Whether it can be bought.</summary>
    public FeedAvailability? Availability { get; init; }

    /// <summary>Pictures and videos of it.</summary>
    public IReadOnlyList<FeedMedia>? Media { get; init; }

    /// <summary>Who sells it.</summary>
    public FeedSeller? Seller { get; init; }
}
