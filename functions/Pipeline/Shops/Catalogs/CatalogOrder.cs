namespace SoraFunctions.Pipeline.Shops.Catalogs;

/// <summary>Go through a shop's whole catalogue.</summary>
/// <param name="Shop">Its permanent name.</param>
public sealed record CatalogOrder(string Shop);
