using System.Collections.Concurrent;
using System.Runtime.CompilerServices;
using SoraFunctions.Pipeline.Storage;

namespace SoraFunctions.Api.Tests.Hosting;

public sealed class MemoryBlobs : IBlobStore
{
    private readonly ConcurrentDictionary<string, byte[]> _blobs = new();

    /// <summary>What every question fails with; null for none.</summary>
    public Exception? Broken { get; set; }

    private readonly ConcurrentDictionary<string, DateTimeOffset> _used = new();

    public DateTimeOffset Now { get; set; } = DateTimeOffset.UtcNow;

    public IReadOnlyCollection<string> Paths => [.. _blobs.Keys];

    public async Task<bool> PutIfAbsent(string path, Stream content, string mediaType, CancellationToken cancellation)
    {
        using var copy = new MemoryStream();
        await content.CopyToAsync(copy, cancellation);
        _used[path] = Now;
        return _blobs.TryAdd(path, copy.ToArray());
    }

    public Task<Stream?> Open(string path, CancellationToken cancellation) =>
        Task.FromResult<Stream?>(_blobs.TryGetValue(path, out var bytes) ? new MemoryStream(bytes, writable: false) : null);

    public Task<bool> Exists(string path, CancellationToken cancellation) =>
        Broken is null ? Task.FromResult(_blobs.ContainsKey(path)) : Task.FromException<bool>(Broken);

    public Task Delete(string path, CancellationToken cancellation) => Task.FromResult(_blobs.TryRemove(path, out _));

    public Task<bool> Refresh(string path, CancellationToken cancellation)
    {
        _used[path] = Now;
        return Task.FromResult(_blobs.ContainsKey(path));
    }

    public Task<bool> DeleteUnused(string path, DateTimeOffset since, CancellationToken cancellation) =>
        Task.FromResult(_used[path] < since && _blobs.TryRemove(path, out _));

    public async IAsyncEnumerable<StoredBlob> List(string below, [EnumeratorCancellation] CancellationToken cancellation)
    {
        await Task.Yield();
        foreach (var (path, bytes) in _blobs.Where(blob => blob.Key.StartsWith(below, StringComparison.Ordinal)).OrderBy(blob => blob.Key, StringComparer.Ordinal))
        {
            yield return new StoredBlob(path, bytes.Length, _used[path]);
        }
    }

    public Task<Uri?> Link(string path, TimeSpan lifetime, CancellationToken cancellation) =>
        Task.FromResult<Uri?>(new Uri($"https://storage.example/{path}?minutes={lifetime.TotalMinutes}"));
}
