namespace SoraFunctions.Pipeline.Storage;

/// <summary>Bytes by path. A path is segments of letters, digits, '.', '_' and '-' joined by '/'; its first two are <c>tenants/{tenant}</c>.</summary>
public interface IBlobStore
{
    /// <summary>Writes a blob unless one is there; it is seen whole or not at all, and survives a crash once this returns.</summary>
    /// <param name="path">Where.</param>
    /// <param name="content">Its bytes, from the present position to the end.</param>
    /// <param name="mediaType">Such as <c>video/mp4</c>.</param>
    /// <param name="cancellation">Stops the transfer; nothing is then left behind.</param>
    /// <returns>False when one was there; it is kept.</returns>
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

    /// <summary>A link that lets its holder read the blob for a while without a key; null when the store has none to give.</summary>
    /// <param name="path">Where.</param>
    /// <param name="lifetime">How long it works.</param>
    /// <param name="cancellation">Stops waiting.</param>
    Task<Uri?> Link(string path, TimeSpan lifetime, CancellationToken cancellation);
}
