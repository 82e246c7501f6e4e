using Azure.Core;

namespace Azure.Storage
{
    public struct StorageTransferOptions
    {
        public int? MaximumConcurrency { get; set; }

        public long? MaximumTransferSize { get; set; }

        public long? InitialTransferSize { get; set; }
    }
}

namespace Azure.Storage.Blobs.Models
{
    public enum DeleteSnapshotsOption
    {
        None = 0,
        IncludeSnapshots = 1,
        OnlySnapshots = 2,
    }

    public class BlobContentInfo
    {
        internal BlobContentInfo() => throw null!;
    }

    public class BlobDownloadResult
    {
        internal BlobDownloadResult() => throw null!;

        public BinaryData Content => throw null!;
    }

    public class BlobHttpHeaders
    {
        public string ContentType { get; set; } = null!;
    }

    public class BlobRequestConditions : RequestConditions;

    public class BlobUploadOptions
    {
        public BlobHttpHeaders HttpHeaders { get; set; } = null!;

        public BlobRequestConditions Conditions { get; set; } = null!;

        public StorageTransferOptions TransferOptions { get; set; }
    }

    public class BlobOpenReadOptions
    {
        public BlobOpenReadOptions(bool allowModifications) => throw null!;

        public int? BufferSize { get; set; }
    }

    public class UserDelegationKey
    {
        internal UserDelegationKey() => throw null!;

        public DateTimeOffset SignedExpiresOn => throw null!;
    }
}
