using Azure.Core;
using Azure.Storage.Blobs.Models;

namespace Azure.Storage.Blobs;

public class BlobServiceClient
{
    protected BlobServiceClient() => throw null!;

    public BlobServiceClient(Uri serviceUri, TokenCredential credential, BlobClientOptions? options = null) => throw null!;

    public string AccountName => throw null!;

    public virtual BlobContainerClient GetBlobContainerClient(string blobContainerName) => throw null!;

    public virtual Task<Response<UserDelegationKey>> GetUserDelegationKeyAsync(
        DateTimeOffset? startsOn, DateTimeOffset expiresOn, CancellationToken cancellationToken) => throw null!;
}
