using Azure;
using Azure.Storage.Blobs;
using Azure.Storage.Blobs.Models;

namespace SoraFunctions.Azure.Blobs;

/// <summary>Small texts by name in a container. The first to write one decides for all instances.</summary>
/// <param name="container">Where.</param>
internal sealed class WriteOnceTexts(BlobContainerClient container)
{
    /// <summary>The text by that name; made and written first if there is none.</summary>
    /// <param name="name">Name of the blob.</param>
    /// <param name="make">Makes the text.</param>
    /// <param name="cancellation">Stops waiting.</param>
    public async Task<string> GetOrAdd(string name, Func<string> make, CancellationToken cancellation)
    {
        var blob = container.GetBlobClient(name);
        if (await blob.ExistsAsync(cancellation))
        {
            return await Read(blob, cancellation);
        }

        try
        {
            await blob.UploadAsync(
                BinaryData.FromString(make()),
                new BlobUploadOptions
                {
                    HttpHeaders = new BlobHttpHeaders { ContentType = "text/plain; charset=utf-8" },
                    Conditions = new BlobRequestConditions { IfNoneMatch = ETag.All },
                },
                cancellation);
        }
        catch (RequestFailedException taken) when (taken.Status is 409 or 412)
        {
            // Another instance was first: its text counts.
        }

        return await Read(blob, cancellation);
    }

    private static async Task<string> Read(BlobClient blob, CancellationToken cancellation) =>
        (await blob.DownloadContentAsync(cancellation)).Value.Content.ToString();
}
