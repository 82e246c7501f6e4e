namespace Azure.Storage.Blobs.Models;

public class BlobUploadOptions
{
    public BlobHttpHeaders HttpHeaders { get; set; } = null!;

    public BlobRequestConditions Conditions { get; set; } = null!;

    public StorageTransferOptions TransferOptions { get; set; }
}
