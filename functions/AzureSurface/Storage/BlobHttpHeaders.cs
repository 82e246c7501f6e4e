namespace Azure.Storage.Blobs.Models;

public class BlobHttpHeaders
{
    public string ContentType { get; set; } = null!;
}
