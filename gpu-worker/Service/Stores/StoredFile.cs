namespace SoraFunctions.Service.Stores;

/// <summary>A file that somebody has put into a store, opened for reading.</summary>
/// <param name="Content">Its bytes, from where it was opened to its end.</param>
/// <param name="Length">How long it is in all, in bytes.</param>
public sealed record StoredFile(Stream Content, long Length) : IAsyncDisposable
{
    /// <inheritdoc/>
    public ValueTask DisposeAsync() => Content.DisposeAsync();
}
