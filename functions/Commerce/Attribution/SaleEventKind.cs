namespace SoraFunctions.Commerce.Attribution;

/// <summary>What happened to an order.</summary>
public enum SaleEventKind
{
    /// <summary>It was placed; nothing is paid yet. Its evidence counts once it is.</summary>
    Placed,

    /// <summary>It is paid: the amount is all that was paid for it so far.</summary>
    Paid,

    /// <summary>Something was given back: the amount of this refund alone.</summary>
    Refunded,
}
