namespace SoraFunctions.Commerce.Agents;

/// <summary>A feed.</summary>
public sealed record FeedProducts
{
    /// <summary>What is sold.</summary>
    public required IReadOnlyList<FeedProduct> Products { get; init; }
}
