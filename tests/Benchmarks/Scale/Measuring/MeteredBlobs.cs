using SoraFunctions.Pipeline.Storage;

namespace SoraFunctions.Benchmarks.Scale.Measuring;

/// <summary>Counts requests and bytes.</summary>
internal sealed class MeteredBlobs(IBlobStore inner, StageMeter meter) : IBlobStore
{
    public async Task<bool> PutIfAbsent(string path, Stream content, string mediaType, CancellationToken cancellation)
    {
        using var counted = new MemoryStream();
        await content.CopyToAsync(counted, cancellation);
        counted.Position = 0;
        var stored = await inner.PutIfAbsent(path, counted, mediaType, cancellation);
        Count(stored: stored ? counted.Length : 0);
        return stored;
    }

    public async Task<Stream?> Open(string path, CancellationToken cancellation)
    {
        var content = await inner.Open(path, cancellation);
        Count(read: content?.Length ?? 0);
        return content;
    }

    public Task<bool> Exists(string path, CancellationToken cancellation)
    {
        Count();
        return inner.Exists(path, cancellation);
    }

    public Task Delete(string path, CancellationToken cancellation)
    {
        Count();
        return inner.Delete(path, cancellation);
    }

    public Task<bool> Refresh(string path, CancellationToken cancellation)
    {
        Count();
        return inner.Refresh(path, cancellation);
    }

    public Task<bool> DeleteUnused(string path, DateTimeOffset since, CancellationToken cancellation)
    {
        Count();
        return inner.DeleteUnused(path, since, cancellation);
    }

    public IAsyncEnumerable<StoredBlob> List(string below, CancellationToken cancellation) => inner.List(below, cancellation);

    public Task<Uri?> Link(string path, TimeSpan lifetime, CancellationToken cancellation) => inner.Link(path, lifetime, cancellation);

    private void Count(long stored = 0, long read = 0) => meter.Count(cost =>
    {
        cost.BlobRequests++;
        cost.BytesStored += stored;
        cost.BytesRead += read;
    });
}
