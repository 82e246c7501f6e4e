using System.Security.Cryptography;
using System.Text;
using Microsoft.AspNetCore.Http;
using SoraFunctions.Contract;
using SoraFunctions.Contract.Renders;

namespace SoraFunctions.Service.Http;

/// <summary>Lets in who carries the shared token, or a token of an identity that may call.</summary>
internal sealed class BearerGuard(string? token, IdentityTokens? identities) : IEndpointFilter
{
    private const string Scheme = "Bearer ";

    private readonly byte[]? _expected = token is null ? null : Hash(Scheme + token);

    /// <inheritdoc/>
    public async ValueTask<object?> InvokeAsync(EndpointFilterInvocationContext context, EndpointFilterDelegate next) =>
        await Refusal(context.HttpContext.Request.Headers.Authorization.ToString(), context.HttpContext.RequestAborted) is { } refusal
            ? throw new WorkerException(new RenderError("unauthorized", refusal, false))
            : await next(context);

    private async Task<string?> Refusal(string given, CancellationToken cancellation)
    {
        // Hashes are of equal length, so that the comparison's time tells nothing, the token's length included.
        if (_expected is not null && CryptographicOperations.FixedTimeEquals(Hash(given), _expected))
        {
            return null;
        }

        return identities is not null && given.StartsWith(Scheme, StringComparison.OrdinalIgnoreCase)
            ? await identities.Refusal(given[Scheme.Length..], cancellation)
            : "the header 'Authorization: Bearer <token>' is missing or does not hold the worker's token";
    }

    private static byte[] Hash(string text) => SHA256.HashData(Encoding.UTF8.GetBytes(text));
}
