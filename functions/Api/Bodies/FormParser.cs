using System.Runtime.InteropServices;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.WebUtilities;
using Microsoft.Net.Http.Headers;
using SoraFunctions.Api.Errors;
using SoraFunctions.Pipeline.Requests.Wire;

namespace SoraFunctions.Api.Bodies;

/// <summary>Reads multipart/form-data (RFC 7578): parts with a file name are files, all others are texts in UTF-8.</summary>
internal static class FormParser
{
    private const int MostParts = 64;
    private static readonly UTF8Encoding _utf8 = new(false, throwOnInvalidBytes: true);

    public static async Task<WireBody> Parse(string boundary, ReadOnlyMemory<byte> body, CancellationToken cancellation)
    {
        var fields = new JsonObject();
        var files = new Dictionary<string, ReadOnlyMemory<byte>>();
        MemoryMarshal.TryGetArray(body, out var array);
        using var stream = new MemoryStream(array.Array ?? [], array.Offset, array.Count, writable: false);
        try
        {
            var reader = new MultipartReader(boundary, stream);
            for (var parts = 0; await reader.ReadNextSectionAsync(cancellation) is { } section; parts++)
            {
                if (parts == MostParts)
                {
                    throw Refuse($"The form has more than {MostParts} parts.");
                }

                await Add(section, fields, files, cancellation);
            }
        }
        catch (Exception fault) when (fault is IOException or InvalidDataException or DecoderFallbackException)
        {
            throw Refuse("The form is cut off or broken: every part needs a Content-Disposition with a name, and the last boundary must be there.");
        }

        return new WireBody(JsonSerializer.SerializeToElement(fields, FormJson.Default.JsonObject), files) { IsForm = true };
    }

    private static async Task Add(
        MultipartSection section, JsonObject fields, Dictionary<string, ReadOnlyMemory<byte>> files, CancellationToken cancellation)
    {
        if (!ContentDispositionHeaderValue.TryParse(section.ContentDisposition, out var disposition)
            || HeaderUtilities.RemoveQuotes(disposition.Name) is not { Length: > 0 } quoted)
        {
            throw new InvalidDataException("A part has no name.");
        }

        var name = quoted.ToString();
        using var content = new MemoryStream();
        await section.Body.CopyToAsync(content, cancellation);
        if (disposition.FileName.HasValue || disposition.FileNameStar.HasValue)
        {
            if (!files.TryAdd(name, content.ToArray()))
            {
                throw Refusals.Invalid(name, $"{name} is given twice.");
            }
        }
        else
        {
            BracketedNames.Add(fields, name, _utf8.GetString(content.GetBuffer(), 0, (int)content.Length));
        }
    }

    private static ApiException Refuse(string message) => Refusals.Invalid(null, message, "invalid_multipart");
}
