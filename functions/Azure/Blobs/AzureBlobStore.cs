using Azure;
using Azure.Storage;
using Azure.Storage.Blobs;
using Azure.Storage.Blobs.Models;
using SoraFunctions.Pipeline.Storage;

namespace SoraFunctions.Azure.Blobs;

/// <summary>
/// Blobs in Azure Storage. A blob is uploaded in blocks that nobody sees until all are committed under the condition that the name is
/// free, so it is there whole or not at all. What fails for the moment is tried again by the SDK.
/// </summary>
/// <param name="containers">Where they lie.</param>
/// <param name="links">Signs links.</param>
internal sealed class AzureBlobStore(BlobContainers containers, LinkSigner links) : IBlobStore
{
    /// <summary>Up to this many bytes go in one request; a block has as many. With the concurrency, the memory of a transfer.</summary>
    private const int BlockSize = 4 << 20;

    private const int Concurrency = 4;

    /// <summary>What one read asks the service for: a seek costs a request of this size, not the bytes before it.</summary>
    private const int ReadSize = 1 << 20;

    private static readonly StorageTransferOptions _transfer = new()
    {
        InitialTransferSize = BlockSize,
        MaximumTransferSize = BlockSize,
        MaximumConcurrency = Concurrency,
    };

    /// <inheritdoc/>
    /// <remarks>
    /// False also when this very call wrote it, its answer was lost, and the repeat found it there: blobs go by content, so nobody can
    /// tell the difference. For the same reason the SDK's block names, which are the same in every upload to a name, do no harm: of what is
    /// longer than a block, two uploads to one name at one time must have the same bytes.
    /// </remarks>
    public async Task<bool> PutIfAbsent(string path, Stream content, string mediaType, CancellationToken cancellation)
    {
        var blob = containers.Blob(path);
        if (IsLong(content) && await blob.ExistsAsync(cancellation))
        {
            // Spares the transfer; the condition below decides.
            return false;
        }

        var options = new BlobUploadOptions
        {
            HttpHeaders = new BlobHttpHeaders { ContentType = mediaType },
            Conditions = new BlobRequestConditions { IfNoneMatch = ETag.All },
            TransferOptions = _transfer,
        };
        try
        {
            await blob.UploadAsync(content, options, cancellation);
            return true;
        }
        catch (RequestFailedException taken) when (IsTaken(taken))
        {
            return false;
        }
    }

    /// <inheritdoc/>
    public async Task<Stream?> Open(string path, CancellationToken cancellation)
    {
        try
        {
            return await containers.Blob(path).OpenReadAsync(
                new BlobOpenReadOptions(allowModifications: false) { BufferSize = ReadSize }, cancellation);
        }
        catch (RequestFailedException absent) when (absent.ErrorCode == "BlobNotFound")
        {
            return null;
        }
    }

    /// <inheritdoc/>
    public async Task<bool> Exists(string path, CancellationToken cancellation) =>
        await containers.Blob(path).ExistsAsync(cancellation);

    /// <inheritdoc/>
    /// <remarks>A blob under an immutability policy stays: fails with <see cref="RequestFailedException"/> of status 409.</remarks>
    public Task Delete(string path, CancellationToken cancellation) =>
        containers.Blob(path).DeleteIfExistsAsync(cancellationToken: cancellation);

    /// <inheritdoc/>
    public async Task<Uri?> Link(string path, TimeSpan lifetime, CancellationToken cancellation) =>
        await links.Sign(containers.Blob(path), containers.NameFor(path), path, lifetime, cancellation);

    private static bool IsLong(Stream content) => !content.CanSeek || content.Length - content.Position > BlockSize;

    /// <summary>The condition did not hold, told in one of three ways: by write, by commit, by an immutable container.</summary>
    private static bool IsTaken(RequestFailedException failure) =>
        failure.Status == 412
        || (failure.Status == 409 && failure.ErrorCode is "BlobAlreadyExists" or "BlobImmutableDueToPolicy");
}
