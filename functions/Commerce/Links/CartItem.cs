namespace SoraFunctions.Commerce.Links;

/// <summary>Something to be put into a cart.</summary>
/// <param name="VariantId">The number of the variant in the shop.</param>
/// <param name="Quantity">How many, 1 or more.</param>
public sealed record CartItem(long VariantId, int Quantity = 1);
