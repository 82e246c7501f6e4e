using Azure.Storage.Sas;

namespace Azure.Storage.Blobs;

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
