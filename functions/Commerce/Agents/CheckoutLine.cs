namespace SoraFunctions.Commerce.Agents;

/// <summary>A line of a checkout as it is kept.</summary>
/// <param name="ItemId">Of the feed.</param>
/// <param name="Title">What it is called.</param>
/// <param name="Image">A picture of it; null for none.</param>
/// <param name="UnitAmount">What one costs, smallest coins.</param>
/// <param name="Quantity">How many.</param>
public sealed record CheckoutLine(string ItemId, string Title, string? Image, long UnitAmount, int Quantity)
{
    /// <summary>What it comes to.</summary>
    public long Amount => checked(UnitAmount * Quantity);
}
