namespace Azure.Storage.Blobs.Models;

public class BlobItemProperties
{
    internal BlobItemProperties() => throw null!;

    public DateTimeOffset? LastModified => throw null!;

    public long? ContentLength => throw null!;
}
