namespace SoraFunctions.Pipeline.Shops.Products;

/// <summary>See to it that a product has the video that it should.</summary>
/// <param name="Shop">Which shop.</param>
/// <param name="ProductId">Its number there.</param>
/// <param name="Round">Which time this is; see <see cref="Data.ShopProductRow.Round"/>.</param>
public sealed record ProductOrder(string Shop, long ProductId, int Round);
