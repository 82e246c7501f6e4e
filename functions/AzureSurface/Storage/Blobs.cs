using Azure.Core;
using Azure.Storage.Blobs.Models;
using Azure.Storage.Blobs.Specialized;

namespace Azure.Storage.Blobs
{
    public class BlobClientOptions : ClientOptions;

    public class BlobServiceClient
    {
        protected BlobServiceClient() => throw null!;

        public BlobServiceClient(Uri serviceUri, TokenCredential credential, BlobClientOptions? options = null) => throw null!;

        public string AccountName => throw null!;

        public virtual BlobContainerClient GetBlobContainerClient(string blobContainerName) => throw null!;

        public virtual Task<Response<UserDelegationKey>> GetUserDelegationKeyAsync(
            DateTimeOffset? startsOn, DateTimeOffset expiresOn, CancellationToken cancellationToken) => throw null!;
    }

    public class BlobContainerClient
    {
        protected BlobContainerClient() => throw null!;

        public virtual string Name => throw null!;

        public virtual BlobClient GetBlobClient(string blobName) => throw null!;

        public virtual Task<Response<bool>> ExistsAsync(CancellationToken cancellationToken = default) => throw null!;
    }

    public class BlobClient : BlobBaseClient
    {
        protected BlobClient() => throw null!;

        public virtual Task<Response<BlobContentInfo>> UploadAsync(
            Stream content, BlobUploadOptions options, CancellationToken cancellationToken = default) => throw null!;

        public virtual Task<Response<BlobContentInfo>> UploadAsync(
            BinaryData content, BlobUploadOptions options, CancellationToken cancellationToken = default) => throw null!;
    }

    public class BlobUriBuilder
    {
        public BlobUriBuilder(Uri uri) => throw null!;

        public Azure.Storage.Sas.BlobSasQueryParameters Sas
        {
            get => throw null!;
            set => throw null!;
        }

        public Uri ToUri() => throw null!;
    }
}

namespace Azure.Storage.Blobs.Specialized
{
    public class BlobBaseClient
    {
        protected BlobBaseClient() => throw null!;

        public virtual Uri Uri => throw null!;

        public virtual Task<Response<bool>> ExistsAsync(CancellationToken cancellationToken = default) => throw null!;

        public virtual Task<Stream> OpenReadAsync(BlobOpenReadOptions options, CancellationToken cancellationToken = default) => throw null!;

        public virtual Task<Response<BlobDownloadResult>> DownloadContentAsync(CancellationToken cancellationToken) => throw null!;

        public virtual Task<Response<bool>> DeleteIfExistsAsync(
            DeleteSnapshotsOption snapshotsOption = default,
            BlobRequestConditions? conditions = null,
            CancellationToken cancellationToken = default) => throw null!;
    }
}
