namespace SoraFunctions.Pipeline.Storage;

/// <summary>Bytes by path. A path is segments of letters, digits, '.', '_' and '-' joined by '/'; its first two are <c>tenants/{tenant}</c>.</summary>
public interface IBlobStore
{
    /// <summary>Writes a blob unless one is there; it is seen whole or not at all, and survives a crash once this returns.</summary>
    /// <param name="path">Where.</param>
    /// <param name="content">Its bytes, from the present position to the end.</param>
    /// <param name="mediaType">Such as <c>video/mp4</c>.</param>
    /// <param name="cancellation">Stops the transfer; nothing is then left behind.</param>
    /// <returns>False when one was there; it is kept, and counts as used now.</returns>
    Task<bool> PutIfAbsent(string path, Stream content, string mediaType, CancellationToken cancellation);

    /// <summary>Opens a blob for reading; the stream can seek. Null when there is none.</summary>
    /// <param name="path">Where.</param>
    /// <param name="cancellation">Stops waiting.</param>
    Task<Stream?> Open(string path, CancellationToken cancellation);

    /// <summary>Whether there is a blob.</summary>
    /// <param name="path">Where.</param>
    /// <param name="cancellation">Stops waiting.</param>
    Task<bool> Exists(string path, CancellationToken cancellation);

    /// <summary>Removes a blob if there is one.</summary>
    /// <param name="path">Where.</param>
    /// <param name="cancellation">Stops waiting.</param>
    Task Delete(string path, CancellationToken cancellation);

    /// <summary>Lets a blob count as used now, so that it is not taken for one that nobody needs. False when there is none.</summary>
    /// <param name="path">Where.</param>
    /// <param name="cancellation">Stops waiting.</param>
    Task<bool> Refresh(string path, CancellationToken cancellation);

    /// <summary>Removes a blob that was neither put nor used since; of it and a <see cref="Refresh"/> at the same time only one succeeds.</summary>
    /// <param name="path">Where.</param>
    /// <param name="since">Since when; to the second.</param>
    /// <param name="cancellation">Stops waiting.</param>
    /// <returns>False when there is none, it was used, or the store has to keep it.</returns>
    Task<bool> DeleteUnused(string path, DateTimeOffset since, CancellationToken cancellation);

    /// <summary>All blobs, or those of one tenant; those of a tenant follow each other, more than once at most. What changes meanwhile is listed or not.</summary>
    /// <param name="below"><c>tenants/</c> or <c>tenants/{tenant}/</c>.</param>
    /// <param name="cancellation">Stops it.</param>
    IAsyncEnumerable<StoredBlob> List(string below, CancellationToken cancellation);

    /// <summary>A link that lets its holder read the blob for a while without a key; null when the store has none to give.</summary>
    /// <param name="path">Where.</param>
    /// <param name="lifetime">How long it works.</param>
    /// <param name="cancellation">Stops waiting.</param>
    Task<Uri?> Link(string path, TimeSpan lifetime, CancellationToken cancellation);
}
