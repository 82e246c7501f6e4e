namespace SoraFunctions.Commerce.Shopify.Products;

/// <summary>One thing that can be bought. Its stock is left out on purpose: a video is not made anew because something was sold.</summary>
/// <param name="Id">Its number in the shop.</param>
/// <param name="Title">Such as <c>Red / Large</c>.</param>
/// <param name="Price">A decimal string in the shop's currency, which the product does not name.</param>
/// <param name="CompareAtPrice">What it cost before, a decimal string; null for nothing.</param>
/// <param name="Position">Its place among the variants, from 1.</param>
/// <param name="ImageId">Its own picture; null for none.</param>
public sealed record ShopifyVariant(long Id, string? Title, string? Price, string? CompareAtPrice, int Position, long? ImageId);
