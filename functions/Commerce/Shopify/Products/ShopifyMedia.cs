namespace SoraFunctions.Commerce.Shopify.Products;

/// <summary>Something that is shown of a product.</summary>
/// <param name="Id">Its number in the shop.</param>
/// <param name="MediaContentType">Such as <c>IMAGE</c>, <c>VIDEO</c> or <c>MODEL_3D</c>.</param>
/// <param name="Status">Such as <c>READY</c>.</param>
public sealed record ShopifyMedia(long Id, string? MediaContentType, string? Status);
