using SoraFunctions.Commerce.Agents;

namespace SoraFunctions.Api.Ucp;

/// <summary>Which products are meant by what they cost and what they are.</summary>
/// <param name="Least">Smallest coins; null for none.</param>
/// <param name="Most">Smallest coins; null for none.</param>
/// <param name="Ignored">Whether prices were told in money that this seller does not take, and so left out.</param>
/// <param name="Categories">Whether categories are asked for; products have none here.</param>
internal sealed record UcpPrices(long? Least, long? Most, bool Ignored, bool Categories)
{
    public bool Takes(FeedProduct product) =>
        !Categories && product.Variants.Any(one => (Least is null || one.Price!.Amount >= Least) && (Most is null || one.Price!.Amount <= Most));
}
