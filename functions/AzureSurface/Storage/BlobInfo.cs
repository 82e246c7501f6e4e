namespace Azure.Storage.Blobs.Models;

public class BlobInfo
{
    internal BlobInfo() => throw null!;
}
