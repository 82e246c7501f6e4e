namespace SoraFunctions.Api.Shopify;

/// <summary>A shop on the wire. Its token never is.</summary>
internal sealed record ShopObject(
    string Id,
    string Object,
    bool Installed,
    long InstalledAt,
    long? UninstalledAt,
    string? Name,
    string? Host,
    string? Currency,
    IReadOnlyList<string> Locales,
    IReadOnlyList<string> Scopes,
    IReadOnlyList<string> MissingScopes,
    bool Publish,
    bool Results,
    long? ReconciledTo);
