namespace SoraFunctions.Pipeline.Shops.Products;

/// <summary>Look how far the video of a product is.</summary>
/// <param name="Shop">Which shop.</param>
/// <param name="ProductId">Which product.</param>
/// <param name="VideoId">Which video.</param>
public sealed record VideoLook(string Shop, long ProductId, string VideoId);
