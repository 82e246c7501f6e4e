using Microsoft.AspNetCore.Http;
using SoraFunctions.Api.Errors;

namespace SoraFunctions.Api.Authentication;

/// <summary>Asks for a key where an endpoint needs one.</summary>
internal sealed class KeyMiddleware(RequestDelegate next)
{
    private const string Scheme = "Bearer ";

    public async Task InvokeAsync(HttpContext http, ApiKeys keys)
    {
        var header = http.Request.Headers.Authorization.ToString();
        if (http.GetEndpoint()?.Metadata.GetMetadata<NeedsKey>() is { } needs && !(needs.OrOpen && header.Length == 0))
        {
            if (!header.StartsWith(Scheme, StringComparison.OrdinalIgnoreCase))
            {
                throw Refusals.NoKey("No API key was sent. Send it as the header 'Authorization: Bearer sk-sora-…'.");
            }

            var key = await keys.Find(header[Scheme.Length..].Trim(), http.RequestAborted)
                ?? throw Refusals.NoKey("This API key is not known, or was revoked.");
            http.Features.Set(new Caller(key.TenantId, key.Id));
        }

        await next(http);
    }
}
