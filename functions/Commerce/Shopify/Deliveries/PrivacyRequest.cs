namespace SoraFunctions.Commerce.Shopify.Deliveries;

/// <summary>What the privacy topics ask for. Of the buyer only his orders are read: nothing else of him is kept anywhere.</summary>
public sealed record PrivacyRequest
{
    /// <summary>Whose buyer.</summary>
    public string? ShopDomain { get; init; }

    /// <summary>Orders of which a buyer wants to know what is kept.</summary>
    public IReadOnlyList<long>? OrdersRequested { get; init; }

    /// <summary>Orders of which nothing may be kept.</summary>
    public IReadOnlyList<long>? OrdersToRedact { get; init; }

    /// <summary>The request for data itself.</summary>
    public PrivacyTicket? DataRequest { get; init; }
}
