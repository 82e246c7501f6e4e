using SoraFunctions.Commerce.Agents;

namespace SoraFunctions.Commerce.Ucp;

/// <summary>A variant of a product.</summary>
public sealed record UcpVariant
{
    /// <summary>What is bought by.</summary>
    public required string Id { get; init; }

    /// <summary>What it is called.</summary>
    public required string Title { get; init; }

    /// <summary>What it is.</summary>
    public required FeedText Description { get; init; }

    /// <summary>Where it is sold.</summary>
    public string? Url { get; init; }

    /// <summary>What it costs.</summary>
    public required FeedPrice Price { get; init; }

    /// <summary>Whether it can be bought.</summary>
    public FeedAvailability? Availability { get; init; }

    /// <summary>Who sells it.</summary>
    public UcpSeller? Seller { get; init; }

    /// <summary>Which of the ids that were looked up it is the answer to; null otherwise.</summary>
    public IReadOnlyList<UcpInput>? Inputs { get; init; }
}
