using Azure.Core;

namespace Azure.Storage.Blobs;

public class BlobClientOptions : ClientOptions;
