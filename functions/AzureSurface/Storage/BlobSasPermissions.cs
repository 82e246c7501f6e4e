namespace Azure.Storage.Sas;

[Flags]
public enum BlobSasPermissions
{
    Read = 1,
}
