namespace SoraFunctions.Shops.Tests.Doubles;

/// <summary>One service and one Shopify for all tests; each has shops of its own.</summary>
[CollectionDefinition(Name)]
public sealed class ShopCollection : ICollectionFixture<ShopHost>
{
    public const string Name = "shops";
}
