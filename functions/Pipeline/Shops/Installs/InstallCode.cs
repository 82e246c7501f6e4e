namespace SoraFunctions.Pipeline.Shops.Installs;

/// <summary>What a shop is sent for its token.</summary>
/// <param name="ClientId">The app's client id.</param>
/// <param name="ClientSecret">The app's newest secret.</param>
/// <param name="Code">What the merchant came back with.</param>
internal sealed record InstallCode(string ClientId, string ClientSecret, string Code);
