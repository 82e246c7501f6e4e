using Azure.Storage.Blobs.Models;

namespace Azure.Storage.Blobs.Specialized;

public class BlobBaseClient
{
    protected BlobBaseClient() => throw null!;

    public virtual Uri Uri => throw null!;

    public virtual Task<Response<bool>> ExistsAsync(CancellationToken cancellationToken = default) => throw null!;

    public virtual Task<Stream> OpenReadAsync(BlobOpenReadOptions options, CancellationToken cancellationToken = default) => throw null!;

    public virtual Task<Response<BlobDownloadResult>> DownloadContentAsync(CancellationToken cancellationToken) => throw null!;

    public virtual Task<Response<BlobInfo>> SetMetadataAsync(
        IDictionary<string, string> metadata, BlobRequestConditions? conditions = null, CancellationToken cancellationToken = default) => throw null!;

    public virtual Task<Response<bool>> DeleteIfExistsAsync(
        DeleteSnapshotsOption snapshotsOption = default,
        BlobRequestConditions? conditions = null,
        CancellationToken cancellationToken = default) => throw null!;
}
