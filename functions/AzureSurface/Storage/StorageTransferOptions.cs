namespace Azure.Storage;

public struct StorageTransferOptions
{
    public int? MaximumConcurrency { get; set; }

    public long? MaximumTransferSize { get; set; }

    public long? InitialTransferSize { get; set; }
}
