namespace SoraFunctions.Commerce.Agents;

/// <summary>What is bought, and how many.</summary>
/// <param name="Id">Of the feed.</param>
/// <param name="Quantity">How many, 1 or more.</param>
public sealed record CheckoutItem(string Id, int Quantity);
