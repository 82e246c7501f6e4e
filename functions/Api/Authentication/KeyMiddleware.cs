using Microsoft.AspNetCore.Http;
using SoraFunctions.Api.Errors;

namespace SoraFunctions.Api.Authentication;

/// <summary>Asks for a key where an endpoint needs one, and holds its scopes against those of the endpoint.</summary>
internal sealed class KeyMiddleware(RequestDelegate next)
{
    private const string Scheme = "Bearer ";

    public async Task InvokeAsync(HttpContext http, ApiKeys keys)
    {
        var header = http.Request.Headers.Authorization.ToString();
        if (http.GetEndpoint() is { } endpoint
            && endpoint.Metadata.GetMetadata<NeedsKey>() is { } needs
            && !(needs.OrOpen && header.Length == 0))
        {
            if (!header.StartsWith(Scheme, StringComparison.OrdinalIgnoreCase))
            {
                throw Refusals.NoKey("No API key was sent. Send it as the header 'Authorization: Bearer sk-sora-…'.");
            }

            var key = await keys.Find(header[Scheme.Length..].Trim(), http.RequestAborted)
                ?? throw Refusals.NoKey("This API key is not known, or was revoked.");
            if (await keys.IsOver(key, http.RequestAborted))
            {
                throw Refusals.NoKey("This API key has expired. An administrator's key can make a new one: POST /v1/api_keys.", "expired_api_key");
            }

            ScopeRules.Check(endpoint, Scopes.OfRow(key.Scopes));
            http.Features.Set(new Caller(key, await keys.SettingsOf(key, http.RequestAborted)));
        }

        await next(http);
    }
}
