using System.Collections.Concurrent;
using SoraFunctions.Pipeline.Storage;

namespace SoraFunctions.Api.Tests.Hosting;

public sealed class MemoryBlobs : IBlobStore
{
    private readonly ConcurrentDictionary<string, byte[]> _blobs = new();

    /// <summary>What every question fails with; null for none.</summary>
    public Exception? Broken { get; set; }

    public IReadOnlyCollection<string> Paths => [.. _blobs.Keys];

    public async Task<bool> PutIfAbsent(string path, Stream content, string mediaType, CancellationToken cancellation)
    {
        using var copy = new MemoryStream();
        await content.CopyToAsync(copy, cancellation);
        return _blobs.TryAdd(path, copy.ToArray());
    }

    public Task<Stream?> Open(string path, CancellationToken cancellation) =>
        Task.FromResult<Stream?>(_blobs.TryGetValue(path, out var bytes) ? new MemoryStream(bytes, writable: false) : null);

    public Task<bool> Exists(string path, CancellationToken cancellation) =>
        Broken is null ? Task.FromResult(_blobs.ContainsKey(path)) : Task.FromException<bool>(Broken);

    public Task Delete(string path, CancellationToken cancellation) => Task.FromResult(_blobs.TryRemove(path, out _));

    public Task<Uri?> Link(string path, TimeSpan lifetime, CancellationToken cancellation) =>
        Task.FromResult<Uri?>(new Uri($"https://storage.example/{path}?minutes={lifetime.TotalMinutes}"));
}
