namespace SoraFunctions.Commerce.Agents;

/// <summary>A product of a feed (Agentic Commerce Protocol, product feeds, 2026-04-17).</summary>
public sealed record FeedProduct
{
    /// <summary>Of the product.</summary>
    public required string Id { get; init; }

    /// <summary>What it is called.</summary>
    public string? Title { get; init; }

    /// <summary>What it is.</summary>
    public FeedText? Description { get; init; }

    /// <summary>Where it is sold.</summary>
    public string? Url { get; init; }

    /// <summary>Pictures and videos of it.</summary>
    public IReadOnlyList<FeedMedia>? Media { get; init; }

    /// <summary>At least one.</summary>
    public required IReadOnlyList<FeedVariant> Variants { get; init; }
}
