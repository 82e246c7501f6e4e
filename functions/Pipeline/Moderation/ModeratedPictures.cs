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
        .. Fields("pictures", request.Pictures, blobs),
    ];

    private static IEnumerable<ModeratedPicture> Fields(string field, IReadOnlyList<Picture> pictures, TenantBlobs blobs) =>
        pictures.Select((picture, index) => new ModeratedPicture(
            $"{field}[{index}]", picture.Blob.MediaType, cancellation => blobs.Open(picture.Blob, cancellation)));
}
