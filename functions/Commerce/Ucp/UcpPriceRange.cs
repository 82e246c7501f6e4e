using SoraFunctions.Commerce.Agents;

namespace SoraFunctions.Commerce.Ucp;

/// <summary>What the variants of a product cost.</summary>
/// <param name="Min">The cheapest.</param>
/// <param name="Max">The dearest.</param>
public sealed record UcpPriceRange(FeedPrice Min, FeedPrice Max);
