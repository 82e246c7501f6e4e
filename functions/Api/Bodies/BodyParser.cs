using System.Net.Mime;
using System.Text.Json;
using Microsoft.Net.Http.Headers;
using SoraFunctions.Api.Errors;
using SoraFunctions.Pipeline.Requests.Reading;
using SoraFunctions.Pipeline.Requests.Wire;

namespace SoraFunctions.Api.Bodies;

/// <summary>Turns bytes into named values and files, whichever of the two ways they were written.</summary>
internal static class BodyParser
{
    private static readonly JsonElement _nothing = JsonDocument.Parse("{}").RootElement;

    public static async Task<WireBody> Parse(string? contentType, ReadOnlyMemory<byte> body, CancellationToken cancellation)
    {
        if (string.IsNullOrEmpty(contentType) && body.IsEmpty)
        {
            return new WireBody(_nothing);
        }

        if (!MediaTypeHeaderValue.TryParse(contentType, out var type))
        {
            throw Refusals.OtherMediaType(contentType);
        }

        if (type.MediaType.Equals(MediaTypeNames.Application.Json, StringComparison.OrdinalIgnoreCase))
        {
            return new WireBody(StrictJson.Parse(body));
        }

        return type.MediaType.Equals(MediaTypeNames.Multipart.FormData, StringComparison.OrdinalIgnoreCase)
            && HeaderUtilities.RemoveQuotes(type.Boundary) is { Length: > 0 and <= 200 } boundary
                ? await FormParser.Parse(boundary.ToString(), body, cancellation)
                : throw Refusals.OtherMediaType(contentType);
    }
}
