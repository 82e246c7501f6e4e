namespace SoraFunctions.Commerce.Shopify.Products;

/// <summary>Something that a buyer can choose.</summary>
/// <param name="Name">Such as <c>Colour</c>.</param>
/// <param name="Position">Its place among the options, from 1.</param>
/// <param name="Values">Such as <c>Red</c>.</param>
public sealed record ShopifyOption(string? Name, int Position, IReadOnlyList<string>? Values);
