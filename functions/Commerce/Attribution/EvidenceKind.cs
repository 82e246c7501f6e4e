namespace SoraFunctions.Commerce.Attribution;

/// <summary>How an order tells which video led to it, the hardest first: what a buyer can't lose or make up on the way comes before what he can.</summary>
public enum EvidenceKind
{
    /// <summary>An attribute of the cart that came back on the order, from a cart permalink.</summary>
    OrderAttribute,

    /// <summary>Metadata of the payment, from a payment link.</summary>
    PaymentMetadata,

    /// <summary>An affiliate attribution of the Agentic Commerce Protocol: what an agent says.</summary>
    Affiliate,

    /// <summary>A discount code that was shown in one video alone.</summary>
    DiscountCode,

    /// <summary>UTM parameters of a visit that the shop ties to the order.</summary>
    Utm,

    /// <summary>The address or the name of who referred.</summary>
    Referrer,
}
