namespace SoraFunctions.Service.Http;

/// <summary>Which identities may call the worker.</summary>
/// <param name="Authority">Who signs their tokens, such as <c>https://login.microsoftonline.com/TENANT/v2.0</c>.</param>
/// <param name="Audience">For whom the tokens must be: the app ID, or app ID URI, of the worker's registration.</param>
/// <param name="Callers">Object IDs of the identities that are let in, at least one.</param>
public sealed record IdentityRules(Uri Authority, string Audience, IReadOnlyList<string> Callers)
{
    /// <summary>What the tokens may name as their issuer: Entra writes one of two, by the version of the token.</summary>
    internal IEnumerable<string> Issuers =>
    [
        Authority.AbsoluteUri.TrimEnd('/'),
        .. Authority.Host == "login.microsoftonline.com" ? [$"https://sts.windows.net/{Authority.Segments[1].Trim('/')}/"] : Array.Empty<string>(),
    ];
}
