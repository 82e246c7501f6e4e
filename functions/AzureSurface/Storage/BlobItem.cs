namespace Azure.Storage.Blobs.Models;

public class BlobItem
{
    internal BlobItem() => throw null!;

    public string Name => throw null!;

    public BlobItemProperties Properties => throw null!;
}
