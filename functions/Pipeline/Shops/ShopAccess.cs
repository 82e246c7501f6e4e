using SoraFunctions.Commerce.Shopify;
using SoraFunctions.Pipeline.Data;

namespace SoraFunctions.Pipeline.Shops;

/// <summary>A shop that has the app installed, and what its Admin API is asked with.</summary>
/// <param name="Domain">Its permanent name.</param>
/// <param name="Token">The token, open.</param>
/// <param name="Row">What is known of it; not tracked.</param>
public sealed record ShopAccess(ShopDomain Domain, string Token, ShopRow Row);
