namespace SoraFunctions.Service.Stores;

/// <summary>
/// What all replicas of a worker share: small records that are changed under conditions, and large assets by content hash. Every
/// write is whole or not there. A store that can't be reached fails with <see cref="StoreUnavailableException"/>.
/// </summary>
public interface IStore
{
    /// <summary>Reads a record; null when there is none of that name.</summary>
    /// <param name="name">Letters, digits, <c>_</c>, <c>-</c> and <c>/</c> between parts.</param>
    /// <param name="cancellation">Stops waiting.</param>
    Task<StoredRecord?> Read(string name, CancellationToken cancellation);

    /// <summary>Writes a record under a condition.</summary>
    /// <param name="name">Its name, as in <see cref="Read"/>.</param>
    /// <param name="content">Its bytes; no two contents of a name should ever be equal, since equal ones may bear one tag.</param>
    /// <param name="expected">Tag of the content that it replaces; null to write only what is not there.</param>
    /// <param name="cancellation">Stops waiting.</param>
    /// <returns>Its tag; null when the condition did not hold and nothing was written.</returns>
    Task<string?> Write(string name, ReadOnlyMemory<byte> content, string? expected, CancellationToken cancellation);

    /// <summary>Deletes a record; nothing happens when it is gone or is not the expected one.</summary>
    /// <param name="name">Its name, as in <see cref="Read"/>.</param>
    /// <param name="expected">Tag of the content that may go; null for any.</param>
    /// <param name="cancellation">Stops waiting.</param>
    Task Delete(string name, string? expected, CancellationToken cancellation);

    /// <summary>The records below a folder, with their tags, in no order.</summary>
    /// <param name="folder">Such as <c>open</c>.</param>
    /// <param name="cancellation">Stops waiting.</param>
    Task<IReadOnlyList<StoredName>> List(string folder, CancellationToken cancellation);

    /// <summary>Whether an asset is there.</summary>
    /// <param name="sha256">Its content hash, 64 lower-case hex digits.</param>
    /// <param name="cancellation">Stops waiting.</param>
    Task<bool> HasAsset(string sha256, CancellationToken cancellation);

    /// <summary>Puts an asset unless it is there.</summary>
    /// <param name="sha256">Its content hash, which the caller has checked.</param>
    /// <param name="path">The file that holds it.</param>
    /// <param name="cancellation">Stops the transfer.</param>
    Task PutAsset(string sha256, string path, CancellationToken cancellation);

    /// <summary>Opens an asset for reading from its start; null when it is not there.</summary>
    /// <param name="sha256">Its content hash.</param>
    /// <param name="cancellation">Stops waiting.</param>
    Task<Stream?> OpenAsset(string sha256, CancellationToken cancellation);

    /// <summary>Deletes an asset; nothing happens when it is not there.</summary>
    /// <param name="sha256">Its content hash.</param>
    /// <param name="cancellation">Stops waiting.</param>
    Task DeleteAsset(string sha256, CancellationToken cancellation);

    /// <summary>Opens a file that lies in the store beside records and assets, such as one of a model package; null when it is not there.</summary>
    /// <param name="path">Its path from the root of the store, with <c>/</c> between parts.</param>
    /// <param name="from">How many bytes to leave out, 0 to its length.</param>
    /// <param name="cancellation">Stops waiting.</param>
    Task<StoredFile?> OpenFile(string path, long from, CancellationToken cancellation);
}
