namespace SoraFunctions.Pipeline.Shops.Products;

/// <summary>How far the video of a product is.</summary>
/// <param name="Ended">Whether it is done, well or not.</param>
/// <param name="Publish">Whether it is to be put onto the product's page.</param>
public sealed record VideoState(bool Ended, bool Publish);
