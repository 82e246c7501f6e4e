namespace SoraFunctions.Commerce.Shopify.Orders;

/// <summary>A refund as webhooks of the topic <c>refunds/create</c> write it: the part that is used here.</summary>
public sealed record ShopifyRefund
{
    /// <summary>Its number in the shop.</summary>
    public required long Id { get; init; }

    /// <summary>Of which order.</summary>
    public required long OrderId { get; init; }

    /// <summary>When it was made.</summary>
    public DateTimeOffset? CreatedAt { get; init; }

    /// <summary>The money that moved.</summary>
    public IReadOnlyList<RefundTransaction>? Transactions { get; init; }
}
