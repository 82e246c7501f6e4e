using SoraFunctions.Pipeline.Storage;

namespace SoraFunctions.Local.Blobs;

/// <summary>The blobs of a data folder that is not there, which a mere check does not make.</summary>
internal sealed class NoBlobs : IBlobStore
{
    /// <inheritdoc/>
    public Task<bool> PutIfAbsent(string path, Stream content, string mediaType, CancellationToken cancellation) =>
        throw new NotSupportedException("There is no folder to put blobs into.");

    /// <inheritdoc/>
    public Task<Stream?> Open(string path, CancellationToken cancellation) => Task.FromResult<Stream?>(null);

    /// <inheritdoc/>
    public Task<bool> Exists(string path, CancellationToken cancellation) => Task.FromResult(false);

    /// <inheritdoc/>
    public Task Delete(string path, CancellationToken cancellation) => Task.CompletedTask;

    /// <inheritdoc/>
    public Task<bool> Refresh(string path, CancellationToken cancellation) => Task.FromResult(false);

    /// <inheritdoc/>
    public Task<bool> DeleteUnused(string path, DateTimeOffset since, CancellationToken cancellation) => Task.FromResult(false);

    /// <inheritdoc/>
    public IAsyncEnumerable<StoredBlob> List(string below, CancellationToken cancellation) => AsyncEnumerable.Empty<StoredBlob>();

    /// <inheritdoc/>
    public Task<Uri?> Link(string path, TimeSpan lifetime, CancellationToken cancellation) => Task.FromResult<Uri?>(null);
}
