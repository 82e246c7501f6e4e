namespace SoraFunctions.Commerce.Links;

/// <summary>What a link leads to.</summary>
public enum LinkKind
{
    /// <summary>A page of the shop, a Shopify cart permalink, or any other address.</summary>
    Page,

    /// <summary>A cart of a Shopify shop.</summary>
    Cart,

    /// <summary>A checkout by the Universal Commerce Protocol.</summary>
    Permalink,

    /// <summary>A payment page of Stripe.</summary>
    PaymentLink,
}
