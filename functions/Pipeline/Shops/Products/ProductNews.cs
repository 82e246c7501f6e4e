using SoraFunctions.Commerce.Shopify.Products;

namespace SoraFunctions.Pipeline.Shops.Products;

/// <summary>Something that was learnt of a product.</summary>
/// <param name="Tenant">Whose shop.</param>
/// <param name="Shop">Its permanent name.</param>
/// <param name="ProductId">The product's number there.</param>
/// <param name="State">Its state; null when it is gone for good.</param>
/// <param name="Urgency">How it was learnt of.</param>
public sealed record ProductNews(string Tenant, string Shop, long ProductId, ShopifyProduct? State = null, Urgency Urgency = Urgency.Changed)
{
    /// <summary>News of a state.</summary>
    /// <param name="tenant">Whose shop.</param>
    /// <param name="shop">Its permanent name.</param>
    /// <param name="state">The state.</param>
    /// <param name="urgency">How it was learnt of.</param>
    public static ProductNews Of(string tenant, string shop, ShopifyProduct state, Urgency urgency) => new(tenant, shop, state.Id, state, urgency);
}
