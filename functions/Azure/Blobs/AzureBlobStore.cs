using System.Runtime.CompilerServices;
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

    private static readonly Dictionary<string, string> _used = new() { ["used"] = "again" };

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
        if (IsLong(content) && await Refresh(path, cancellation))
        {
            // Spares the transfer; the condition below decides.
            return false;
        }

        var begin = content.CanSeek ? content.Position : 0;
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
            if (await Refresh(path, cancellation))
            {
                return false;
            }

            // It was deleted as unused between two requests.
            if (!content.CanSeek)
            {
                throw new IOException($"The blob {path} was deleted while it was put; it has to be put again.");
            }

            content.Position = begin;
            await blob.UploadAsync(content, options, cancellation);
            return true;
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
    /// <remarks>Setting metadata dates a blob anew, which its deletion depends on. One under an immutability policy takes none, and can't be deleted either.</remarks>
    public async Task<bool> Refresh(string path, CancellationToken cancellation)
    {
        try
        {
            await containers.Blob(path).SetMetadataAsync(_used, cancellationToken: cancellation);
            return true;
        }
        catch (RequestFailedException absent) when (absent.Status == 404 && absent.ErrorCode is "BlobNotFound")
        {
            return false;
        }
        catch (RequestFailedException kept) when (IsImmutable(kept))
        {
            return true;
        }
    }

    /// <inheritdoc/>
    public async Task<bool> DeleteUnused(string path, DateTimeOffset since, CancellationToken cancellation)
    {
        try
        {
            return await containers.Blob(path).DeleteIfExistsAsync(
                conditions: new BlobRequestConditions { IfUnmodifiedSince = since }, cancellationToken: cancellation);
        }
        catch (RequestFailedException used) when (used.Status == 412 || IsImmutable(used))
        {
            return false;
        }
    }

    /// <inheritdoc/>
    public async IAsyncEnumerable<StoredBlob> List(string below, [EnumeratorCancellation] CancellationToken cancellation)
    {
        foreach (var container in new[] { containers.Main, containers.Manifests })
        {
            await foreach (var blob in container.GetBlobsAsync(BlobTraits.None, BlobStates.None, BlobPath.CheckFolder(below), cancellation))
            {
                yield return new StoredBlob(blob.Name, blob.Properties.ContentLength ?? 0, blob.Properties.LastModified ?? DateTimeOffset.MaxValue);
            }
        }
    }

    /// <inheritdoc/>
    public async Task<Uri?> Link(string path, TimeSpan lifetime, CancellationToken cancellation) =>
        await links.Sign(containers.Blob(path), containers.NameFor(path), path, lifetime, cancellation);

    private static bool IsImmutable(RequestFailedException failure) => failure.Status == 409 && failure.ErrorCode == "BlobImmutableDueToPolicy";

    private static bool IsLong(Stream content) => !content.CanSeek || content.Length - content.Position > BlockSize;

    /// <summary>The condition did not hold, told in one of three ways: by write, by commit, by an immutable container.</summary>
    private static bool IsTaken(RequestFailedException failure) =>
        failure.Status == 412
        || (failure.Status == 409 && failure.ErrorCode is "BlobAlreadyExists" or "BlobImmutableDueToPolicy");
}
