using Microsoft.Extensions.DependencyInjection;
using SoraFunctions.Api.Errors;
using SoraFunctions.Pipeline.Shops;

namespace SoraFunctions.Api.Shopify;

/// <summary>Whether this deployment is an app of Shopify's.</summary>
internal static class ShopifyApp
{
    /// <summary>Its options.</summary>
    /// <exception cref="ApiException">It is none, or can't keep tokens.</exception>
    public static ShopifyOptions Check(IServiceProvider services)
    {
        var options = services.GetRequiredService<ShopifyOptions>();
        return !options.IsSet
            ? throw Refusals.NotMade("shop", "This deployment is no app of Shopify's: its operator has to set SORA_SHOPIFY_CLIENT_ID and SORA_SHOPIFY_SECRETS first.")
            : !services.GetRequiredService<ShopDirectory>().KeepsTokens
                ? throw Refusals.NotMade("shop", "This deployment keeps no tokens of shops: its operator has to set SORA_REMOTE_KEYS first.")
                : options;
    }
}
