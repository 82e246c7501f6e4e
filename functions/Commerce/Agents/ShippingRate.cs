using SoraFunctions.Commerce.Prices;

namespace SoraFunctions.Commerce.Agents;

/// <summary>A way to have an order sent.</summary>
/// <param name="Id">1 to 64 letters, digits, '-' and '_'.</param>
/// <param name="Title">What buyers read.</param>
/// <param name="Price">What it costs, 0 or more.</param>
public sealed record ShippingRate(string Id, string Title, Money Price);
