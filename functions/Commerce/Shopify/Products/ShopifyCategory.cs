namespace SoraFunctions.Commerce.Shopify.Products;

/// <summary>A place in Shopify's taxonomy of products.</summary>
/// <param name="FullName">Such as <c>Home &amp; Garden &gt; Kitchen &amp; Dining &gt; Kettles</c>.</param>
public sealed record ShopifyCategory(string? FullName);
