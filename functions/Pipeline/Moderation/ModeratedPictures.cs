using SoraFunctions.Pipeline.Requests;
using SoraFunctions.Pipeline.Storage;

namespace SoraFunctions.Pipeline.Moderation;

/// <summary>Everything in an order that is shown as it came.</summary>
public static class ModeratedPictures
{
    /// <summary>The pictures of a request, with their fields.</summary>
    /// <param name="request">The order.</param>
    /// <param name="blobs">Where its pictures lie.</param>
    public static IReadOnlyList<ModeratedPicture> Of(VideoRequest request, TenantBlobs blobs) =>
    [
        .. Fields("product.pictures", request.Product?.Pictures ?? [], blobs),
        .. Within("product.model", request.Product?.Model, blobs),
        .. Fields("pictures", [.. request.Pictures, .. (request.Guides ?? []).Select(guide => guide.Picture)], blobs),
        .. Fields("characters", [.. (request.Characters ?? []).Select(character => character.Picture)], blobs),
        .. Fields("brand.logo", request.Brand?.Logo is { } logo ? [logo] : [], blobs),
    ];

    private static IEnumerable<ModeratedPicture> Within(string field, ProductModel? model, TenantBlobs blobs) =>
        (model?.Pictures ?? []).Select((picture, index) => new ModeratedPicture(
            $"{field}.images[{index}]", picture.MediaType, cancellation => Open(model!, picture, blobs, cancellation)));

    private static async Task<Stream> Open(ProductModel model, ModelPicture picture, TenantBlobs blobs, CancellationToken cancellation)
    {
        await using var file = await blobs.Open(model.Blob, cancellation);
        var bytes = new byte[picture.Length];
        if (file.CanSeek)
        {
            file.Position = picture.Offset;
        }
        else
        {
            await Skip(file, picture.Offset, cancellation);
        }

        await file.ReadExactlyAsync(bytes, cancellation);
        return new MemoryStream(bytes, writable: false);
    }

    private static async Task Skip(Stream file, int count, CancellationToken cancellation)
    {
        var passed = new byte[81920];
        for (var left = count; left > 0;)
        {
            var read = await file.ReadAsync(passed.AsMemory(0, Math.Min(left, passed.Length)), cancellation);
            left -= read > 0 ? read : throw new EndOfStreamException();
        }
    }

    private static IEnumerable<ModeratedPicture> Fields(string field, IReadOnlyList<Picture> pictures, TenantBlobs blobs) =>
        pictures.Select((picture, index) => new ModeratedPicture(
            $"{field}[{index}]", picture.Blob.MediaType, cancellation => blobs.Open(picture.Blob, cancellation)) { Sha256 = picture.Blob.Sha256 });
}
