using Azure.Storage.Blobs.Models;

namespace Azure.Storage.Sas;

public class BlobSasBuilder
{
    public BlobSasBuilder(BlobSasPermissions permissions, DateTimeOffset expiresOn) => throw null!;

    public string BlobContainerName { get; set; } = null!;

    public string BlobName { get; set; } = null!;

    public string Resource { get; set; } = null!;

    public DateTimeOffset StartsOn { get; set; }

    public SasProtocol Protocol { get; set; }

    public BlobSasQueryParameters ToSasQueryParameters(UserDelegationKey userDelegationKey, string accountName) => throw null!;
}
