using SoraFunctions.Commerce.Agents;

namespace SoraFunctions.Commerce.Ucp;

/// <summary>Who sells.</summary>
/// <param name="Name">What the seller is called.</param>
/// <param name="Links">Pages of the seller.</param>
public sealed record UcpSeller(string? Name, IReadOnlyList<AgentLink>? Links)
{
    /// <summary>The same seller in the words of this protocol, which calls two of the pages otherwise.</summary>
    /// <param name="seller">As a feed has it; null for none.</param>
    public static UcpSeller? Of(FeedSeller? seller) => seller is null ? null : new UcpSeller(
        seller.Name,
        seller.Links?.Select(link => link with
        {
            Type = link.Type switch { "terms_of_use" => "terms_of_service", "return_policy" => "refund_policy", var same => same },
        }).ToList());
}
