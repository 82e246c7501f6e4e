namespace SoraFunctions.Commerce.Shopify.Installs;

/// <summary>What a shop answers when the code of an installation is exchanged.</summary>
/// <param name="AccessToken">What the Admin API is asked with from now on.</param>
/// <param name="Scope">What it may do, separated by commas.</param>
public sealed record ShopifyGrant(string AccessToken, string? Scope);
