namespace Azure.Storage.Blobs.Models;

public class BlobDownloadResult
{
    internal BlobDownloadResult() => throw null!;

    public BinaryData Content => throw null!;
}
