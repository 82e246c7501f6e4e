namespace SoraFunctions.Commerce.Shopify.Orders;

/// <summary>
/// An order as webhooks of the topics <c>orders/create</c> and <c>orders/paid</c> write it: what it takes to know which video led to it, and
/// nothing of who bought. Whoever keeps an order keeps this and not the body.
/// </summary>
public sealed record ShopifyOrder
{
    /// <summary>Its number in the shop.</summary>
    public required long Id { get; init; }

    /// <summary>Such as <c>paid</c>, <c>pending</c> or <c>partially_refunded</c>.</summary>
    public string? FinancialStatus { get; init; }

    /// <summary>All that was paid for it, a decimal string in <see cref="Currency"/>.</summary>
    public string? TotalPrice { get; init; }

    /// <summary>The shop's currency, an ISO 4217 code.</summary>
    public string? Currency { get; init; }

    /// <summary>When it was placed.</summary>
    public DateTimeOffset? CreatedAt { get; init; }

    /// <summary>When it was worked on, which is when it was paid unless it was brought in from elsewhere.</summary>
    public DateTimeOffset? ProcessedAt { get; init; }

    /// <summary>When it was last changed.</summary>
    public DateTimeOffset? UpdatedAt { get; init; }

    /// <summary>Whether it is a test and no money moved.</summary>
    public bool? Test { get; init; }

    /// <summary>Attributes of the cart, of which only those that name a video and its channel are kept.</summary>
    public IReadOnlyList<NoteAttribute>? NoteAttributes { get; init; }

    /// <summary>Discount codes that were used.</summary>
    public IReadOnlyList<UsedDiscount>? DiscountCodes { get; init; }

    /// <summary>The page on which the buyer came into the shop, with its query.</summary>
    public string? LandingSite { get; init; }

    /// <summary>The same without what can tell who the buyer is: other attributes, other parameters of the page than UTM tags, other tags than the video's.</summary>
    public ShopifyOrder WithoutPerson() => this with
    {
        NoteAttributes = [.. (NoteAttributes ?? []).Where(one => one.Name is OrderSales.VideoAttribute or OrderSales.ChannelAttribute)],
        LandingSite = OrderSales.VideoOf(LandingSite) is { } video
            ? $"/?utm_content={video}{(OrderSales.ChannelOf(LandingSite) is { } channel ? $"&utm_source={channel}" : "")}"
            : null,
    };
}
