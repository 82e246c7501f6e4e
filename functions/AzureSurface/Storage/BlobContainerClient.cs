using Azure.Storage.Blobs.Models;

namespace Azure.Storage.Blobs;

public class BlobContainerClient
{
    protected BlobContainerClient() => throw null!;

    public virtual string Name => throw null!;

    public virtual BlobClient GetBlobClient(string blobName) => throw null!;

    public virtual AsyncPageable<BlobItem> GetBlobsAsync(
        BlobTraits traits, BlobStates states, string? prefix, CancellationToken cancellationToken) => throw null!;

    public virtual Task<Response<bool>> ExistsAsync(CancellationToken cancellationToken = default) => throw null!;
}
