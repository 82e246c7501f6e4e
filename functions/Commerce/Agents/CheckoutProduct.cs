using SoraFunctions.Commerce.Prices;

namespace SoraFunctions.Commerce.Agents;

/// <summary>Something that can be bought in a checkout.</summary>
/// <param name="Id">Of the feed.</param>
/// <param name="Title">What it is called.</param>
/// <param name="Price">What one costs.</param>
/// <param name="Image">A picture of it; null for none.</param>
public sealed record CheckoutProduct(string Id, string Title, Money Price, string? Image);
