using System.Net.Mime;
using System.Text.Json;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.AspNetCore.WebUtilities;
using Microsoft.Net.Http.Headers;
using SoraFunctions.Api.Bodies;
using SoraFunctions.Api.Errors;
using SoraFunctions.Pipeline.Outbound;
using SoraFunctions.Pipeline.Requests;
using SoraFunctions.Pipeline.Requests.Reading;

namespace SoraFunctions.Api.Verify;

/// <summary>Takes the file that is to be verified, in one of three ways, and never holds it in memory.</summary>
/// <param name="folder">Where it goes.</param>
/// <param name="fetcher">Gets it from an address.</param>
/// <param name="options">How large it may be.</param>
internal sealed class UploadReader(UploadFolder folder, FileFetcher fetcher, ApiOptions options)
{
    private const string Field = "file";
    private const string Accepted = "Send the file as the field 'file' of a form, as the body with its own media type, or name it as {\"url\": \"https://…\"} in JSON.";
    private const long LongestJson = 1 << 16;
    private static readonly string[] _files = ["video", "image", "audio"];
    private static readonly TimeSpan _longestFetch = TimeSpan.FromSeconds(60);

    public async Task<Upload> Read(HttpRequest request, CancellationToken cancellation)
    {
        // The server's own limit would reset the connection before the caller can read the refusal.
        if (request.HttpContext.Features.Get<IHttpMaxRequestBodySizeFeature>() is { IsReadOnly: false } feature)
        {
            feature.MaxRequestBodySize = null;
        }

        if (request.ContentLength > options.MaxVerifiedBytes + LongestJson)
        {
            throw Refusals.TooLarge(options.MaxVerifiedBytes);
        }

        var upload = new Upload(folder.NewFile());
        try
        {
            await using (var target = new FileStream(upload.File.FullName, FileMode.CreateNew, FileAccess.Write))
            {
                await Fill(request, target, cancellation);
                if (target.Length == 0)
                {
                    throw Refusals.Invalid(Field, $"The file is empty. {Accepted}");
                }
            }

            upload.File.Refresh();
            return upload;
        }
        catch
        {
            await upload.DisposeAsync();
            throw;
        }
    }

    private Task Fill(HttpRequest request, Stream target, CancellationToken cancellation)
    {
        if (!MediaTypeHeaderValue.TryParse(request.ContentType, out var type))
        {
            throw OtherMediaType(request.ContentType);
        }

        if (type.MediaType.Equals(MediaTypeNames.Application.Json, StringComparison.OrdinalIgnoreCase))
        {
            return Fetch(request, target, cancellation);
        }

        if (type.MediaType.Equals(MediaTypeNames.Multipart.FormData, StringComparison.OrdinalIgnoreCase))
        {
            return HeaderUtilities.RemoveQuotes(type.Boundary) is { Length: > 0 and <= 200 } boundary
                ? FromForm(new MultipartReader(boundary.ToString(), request.Body), target, cancellation)
                : throw OtherMediaType(request.ContentType);
        }

        return _files.Any(kind => type.Type.Equals(kind, StringComparison.OrdinalIgnoreCase))
            || type.MediaType.Equals(MediaTypeNames.Application.Octet, StringComparison.OrdinalIgnoreCase)
            ? Copy(request.Body, target, cancellation)
            : throw OtherMediaType(request.ContentType);
    }

    private async Task Fetch(HttpRequest request, Stream target, CancellationToken cancellation)
    {
        var body = StrictJson.Parse(await BodyReader.Read(request, LongestJson, cancellation));
        if (body.ValueKind != JsonValueKind.Object || body.EnumerateObject().ToList() is not [{ Name: "url", Value: { ValueKind: JsonValueKind.String } url }])
        {
            throw Refusals.Invalid("url", $"The body must be an object with the field 'url' and no other. {Accepted}");
        }

        var wanted = new WantedFile(
            "file", (int)Math.Min(int.MaxValue, options.MaxVerifiedBytes), $"up to {options.MaxVerifiedBytes >> 20} MiB", "data:video/mp4;base64,", "invalid_file", "unreachable_file");
        await fetcher.FetchInto("url", url.GetString()!, wanted, target, _longestFetch, cancellation);
    }

    private async Task FromForm(MultipartReader form, Stream target, CancellationToken cancellation)
    {
        try
        {
            if (await form.ReadNextSectionAsync(cancellation) is not { } section
                || !ContentDispositionHeaderValue.TryParse(section.ContentDisposition, out var disposition)
                || HeaderUtilities.RemoveQuotes(disposition.Name) != Field)
            {
                throw Refusals.Invalid(Field, $"The form must have the field 'file' and no other. {Accepted}");
            }

            await Copy(section.Body, target, cancellation);
            if (await form.ReadNextSectionAsync(cancellation) is not null)
            {
                throw Refusals.Invalid(Field, $"The form must have the field 'file' and no other. {Accepted}");
            }
        }
        catch (Exception fault) when (fault is InvalidDataException or IOException)
        {
            throw Refusals.Invalid(null, "The form is cut off or broken: the last boundary must be there.", "invalid_multipart");
        }
    }

    private async Task Copy(Stream source, Stream target, CancellationToken cancellation)
    {
        var buffer = new byte[81920];
        for (int count; (count = await source.ReadAsync(buffer, cancellation)) > 0;)
        {
            if (target.Length + count > options.MaxVerifiedBytes)
            {
                throw Refusals.TooLarge(options.MaxVerifiedBytes);
            }

            await target.WriteAsync(buffer.AsMemory(0, count), cancellation);
        }
    }

    private static ApiException OtherMediaType(string? got) => new(
        StatusCodes.Status415UnsupportedMediaType,
        new ApiError($"{Accepted} Content-Type is {got ?? "missing"}.", "invalid_request_error", "Content-Type", "unsupported_media_type"));
}
