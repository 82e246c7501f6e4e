namespace SoraFunctions.Api.Shopify;

/// <summary>An installation that was begun: the merchant opens the address.</summary>
internal sealed record InstallObject(string Object, string Shop, string Url);
