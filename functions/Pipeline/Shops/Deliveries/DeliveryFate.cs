namespace SoraFunctions.Pipeline.Shops.Deliveries;

/// <summary>What becomes of a delivery.</summary>
public enum DeliveryFate
{
    /// <summary>It is stored, and will be handled.</summary>
    Accepted,

    /// <summary>It was stored before.</summary>
    Repeated,

    /// <summary>There is nothing to do for it: nothing of that shop is kept.</summary>
    NothingKept,

    /// <summary>The app is not installed in that shop.</summary>
    UnknownShop,
}
