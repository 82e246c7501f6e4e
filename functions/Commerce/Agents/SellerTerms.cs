namespace SoraFunctions.Commerce.Agents;

/// <summary>What a seller lets agents know.</summary>
/// <param name="Name">What the seller is called.</param>
/// <param name="Currency">ISO 4217 code, upper case: what is sold for other money is not in the feed.</param>
/// <param name="OrderUrl">Where buyers see an order; <c>{order}</c> stands for its id.</param>
/// <param name="Shipping">Ways to have it sent, the usual one first; empty for what is not sent.</param>
/// <param name="Links">Pages of the seller.</param>
/// <param name="MerchantId">The account at Stripe that tokens are made for; null where nothing can be paid.</param>
public sealed record SellerTerms(
    string Name, string Currency, string OrderUrl, IReadOnlyList<ShippingRate> Shipping, IReadOnlyList<AgentLink> Links, string? MerchantId)
{
    /// <summary>Codes that take something off.</summary>
    public IReadOnlyList<SellerDiscount> Discounts { get; init; } = [];

    /// <summary>Addresses of the profiles of the Universal Commerce Protocol that the agents' token speaks for.</summary>
    public IReadOnlyList<string> Profiles { get; init; } = [];

    /// <summary>What agents need to have buyers authenticated by their banks; null where that is not done.</summary>
    public SellerAcquirer? Acquirer { get; init; }
}
