using Microsoft.AspNetCore.Http;

namespace SoraFunctions.Api.Authentication;

internal static class CallerOf
{
    /// <summary>Whose request it is; only for endpoints that are marked by <see cref="NeedsKey"/>.</summary>
    public static string Tenant(this HttpContext http) =>
        (http.Features.Get<Caller>() ?? throw new InvalidOperationException("The endpoint is not marked by NeedsKey.")).Tenant;
}
