namespace SoraFunctions.Commerce.Shopify.Deliveries;

/// <summary>A buyer's request, as the shop counts them.</summary>
/// <param name="Id">Its number in the shop.</param>
public sealed record PrivacyTicket(long Id);
