using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;
using SoraFunctions.Api.Errors;

namespace SoraFunctions.Api.Bodies;

/// <summary>Reads the whole body of a request, up to a limit.</summary>
internal static class BodyReader
{
    /// <summary>Most bytes that are set aside on the word of a header alone.</summary>
    private const long FirstBuffer = 1 << 20;

    /// <summary>
    /// Reads it. The server's own limit is lifted because it resets the connection before a client that is still sending can read
    /// the refusal; without it the rest is thrown away for some seconds after the answer has left.
    /// </summary>
    public static async Task<ReadOnlyMemory<byte>> Read(HttpRequest request, long limit, CancellationToken cancellation)
    {
        if (request.HttpContext.Features.Get<IHttpMaxRequestBodySizeFeature>() is { IsReadOnly: false } feature)
        {
            feature.MaxRequestBodySize = null;
        }

        if (request.ContentLength > limit)
        {
            throw Refusals.TooLarge(limit);
        }

        using var content = new MemoryStream((int)Math.Min(request.ContentLength ?? 0, FirstBuffer));
        var buffer = new byte[16384];
        for (int count; (count = await request.Body.ReadAsync(buffer, cancellation)) > 0;)
        {
            content.Write(buffer, 0, count);
            if (content.Length > limit)
            {
                throw Refusals.TooLarge(limit);
            }
        }

        return content.GetBuffer().AsMemory(0, (int)content.Length);
    }
}
