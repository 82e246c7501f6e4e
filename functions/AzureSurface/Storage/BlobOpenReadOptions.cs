namespace Azure.Storage.Blobs.Models;

public class BlobOpenReadOptions
{
    public BlobOpenReadOptions(bool allowModifications) => throw null!;

    public int? BufferSize { get; set; }
}
