using Azure.Storage.Blobs.Models;

namespace Azure.Storage.Sas;

public enum SasProtocol
{
    None = 0,
    HttpsAndHttp = 1,
    Https = 2,
}

[Flags]
public enum BlobSasPermissions
{
    Read = 1,
}

public class SasQueryParameters;

public sealed class BlobSasQueryParameters : SasQueryParameters
{
    internal BlobSasQueryParameters() => throw null!;
}

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
