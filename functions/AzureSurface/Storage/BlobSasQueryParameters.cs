namespace Azure.Storage.Sas;

public sealed class BlobSasQueryParameters : SasQueryParameters
{
    internal BlobSasQueryParameters() => throw null!;
}
