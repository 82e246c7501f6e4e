namespace SoraFunctions.Commerce.Shopify.Installs;

/// <summary>The page on which a merchant allows the app to work in his shop. Source: shopify.dev, "Implement authorization code grant manually".</summary>
public static class InstallPage
{
    /// <summary>Its address.</summary>
    /// <param name="shop">Whose.</param>
    /// <param name="clientId">The app's.</param>
    /// <param name="callback">Where the merchant is sent to afterwards; must be known to Shopify.</param>
    /// <param name="state">What comes back with him.</param>
    /// <param name="results">Whether results of videos are to be told to the shop.</param>
    public static string Of(ShopDomain shop, string clientId, string callback, string state, bool results = false)
    {
        ArgumentNullException.ThrowIfNull(shop);
        return $"https://{shop.Name}/admin/oauth/authorize?client_id={Uri.EscapeDataString(clientId)}&scope={Uri.EscapeDataString(string.Join(',', ShopifyScopes.Asked(results)))}"
            + $"&redirect_uri={Uri.EscapeDataString(callback)}&state={Uri.EscapeDataString(state)}";
    }
}
