using SoraFunctions.Commerce.Prices;

namespace SoraFunctions.Commerce.Attribution;

/// <summary>Something that happened to an order, as a shop or a payment service tells it. May come late, twice, and in any order.</summary>
/// <param name="Id">What happened, not who told it: a refund that is told of twice has one id.</param>
/// <param name="Order">The order, with who counts it in front: <c>shopify:green-kettle/450789469</c>, <c>stripe:cs_123</c>.</param>
/// <param name="Kind">What happened.</param>
/// <param name="At">When it happened.</param>
/// <param name="Amount">How much, as <see cref="SaleEventKind"/> says.</param>
public sealed record SaleEvent(string Id, string Order, SaleEventKind Kind, DateTimeOffset At, Money Amount)
{
    /// <summary>Other names of the same order, so that an order which two systems tell of is one.</summary>
    public IReadOnlyList<string> AlsoKnownAs { get; init; } = [];

    /// <summary>Discount codes that were used. Which video each was shown in, who keeps the log knows.</summary>
    public IReadOnlyList<string> DiscountCodes { get; init; } = [];

    /// <summary>What led to it.</summary>
    public IReadOnlyList<Evidence> Evidence { get; init; } = [];
}
