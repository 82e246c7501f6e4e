namespace SoraFunctions.Commerce.Shopify.Orders;

/// <summary>A discount that an order was given for a code.</summary>
/// <param name="Code">As the buyer typed it.</param>
public sealed record UsedDiscount(string? Code);
