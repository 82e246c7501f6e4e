namespace SoraFunctions.Commerce.Shopify.Products;

/// <summary>A picture of a product.</summary>
/// <param name="Id">Its number in the shop.</param>
/// <param name="Src">Its address.</param>
/// <param name="Width">In pixels; 0 where it is not said.</param>
/// <param name="Height">In pixels; 0 where it is not said.</param>
/// <param name="Alt">What it shows, in the shop's words; null for nothing.</param>
/// <param name="Position">Its place among the pictures, from 1.</param>
/// <param name="VariantIds">The variants that it shows; empty for all.</param>
public sealed record ShopifyImage(long Id, string? Src, int Width, int Height, string? Alt, int Position, IReadOnlyList<long>? VariantIds);
