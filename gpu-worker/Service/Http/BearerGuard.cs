using System.Security.Cryptography;
using System.Text;
using Microsoft.AspNetCore.Http;
using SoraFunctions.Contract;
using SoraFunctions.Contract.Renders;

namespace SoraFunctions.Service.Http;

/// <summary>Lets in who carries the token.</summary>
internal sealed class BearerGuard(string token) : IEndpointFilter
{
    private readonly byte[] _expected = Hash("Bearer " + token);

    /// <inheritdoc/>
    public ValueTask<object?> InvokeAsync(EndpointFilterInvocationContext context, EndpointFilterDelegate next)
    {
        // Hashes are of equal length, so that the comparison's time tells nothing, the token's length included.
        var given = Hash(context.HttpContext.Request.Headers.Authorization.ToString());
        return CryptographicOperations.FixedTimeEquals(given, _expected)
            ? next(context)
            : throw new WorkerException(new RenderError(
                "unauthorized", "the header 'Authorization: Bearer <token>' is missing or does not hold the worker's token", false));
    }

    private static byte[] Hash(string text) => SHA256.HashData(Encoding.UTF8.GetBytes(text));
}
