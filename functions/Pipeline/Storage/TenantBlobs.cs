using System.Runtime.InteropServices;
using System.Security.Cryptography;
using System.Text.Json;
using System.Text.Json.Serialization.Metadata;

namespace SoraFunctions.Pipeline.Storage;

/// <summary>The blobs of one tenant, by content: equal bytes are stored once, and no path leads to another tenant.</summary>
/// <param name="store">Where they lie.</param>
/// <param name="tenant">Whose they are.</param>
public sealed class TenantBlobs(IBlobStore store, string tenant)
{
    /// <summary>Stores bytes under their own hash.</summary>
    /// <param name="content">Can seek; read from its start.</param>
    /// <param name="mediaType">Such as <c>image/png</c>.</param>
    /// <param name="cancellation">Stops the transfer.</param>
    public Task<BlobRef> Put(Stream content, string mediaType, CancellationToken cancellation) =>
        Put(PathOf, content, mediaType, cancellation);

    /// <summary>Stores bytes under their own hash.</summary>
    /// <param name="content">All of them.</param>
    /// <param name="mediaType">Such as <c>image/png</c>.</param>
    /// <param name="cancellation">Stops the transfer.</param>
    public async Task<BlobRef> Put(ReadOnlyMemory<byte> content, string mediaType, CancellationToken cancellation)
    {
        using var stream = MemoryMarshal.TryGetArray(content, out var array)
            ? new MemoryStream(array.Array!, array.Offset, array.Count, writable: false)
            : new MemoryStream(content.ToArray(), writable: false);
        return await Put(stream, mediaType, cancellation);
    }

    /// <summary>Stores a statement about a video's origin, which a store may keep from being changed or deleted.</summary>
    /// <param name="content">Can seek; read from its start.</param>
    /// <param name="mediaType">Such as <c>application/json</c>.</param>
    /// <param name="cancellation">Stops the transfer.</param>
    public Task<BlobRef> PutManifest(Stream content, string mediaType, CancellationToken cancellation) =>
        Put(sha256 => PathOf("manifests", sha256), content, mediaType, cancellation);

    private async Task<BlobRef> Put(
        Func<string, string> pathOf, Stream content, string mediaType, CancellationToken cancellation)
    {
        content.Position = 0;
        var sha256 = Convert.ToHexStringLower(await SHA256.HashDataAsync(content, cancellation));
        var blob = new BlobRef(pathOf(sha256), sha256, content.Length, mediaType);
        content.Position = 0;
        await store.PutIfAbsent(blob.Path, content, mediaType, cancellation);
        return blob;
    }

    /// <summary>Stores a document as JSON under its own hash.</summary>
    /// <param name="value">The document.</param>
    /// <param name="type">How it is written.</param>
    /// <param name="cancellation">Stops the transfer.</param>
    public Task<BlobRef> PutJson<T>(T value, JsonTypeInfo<T> type, CancellationToken cancellation) =>
        Put(JsonSerializer.SerializeToUtf8Bytes(value, type).AsMemory(), "application/json", cancellation);

    /// <summary>Reads a JSON document. Fails with <see cref="FileNotFoundException"/> when the blob is gone.</summary>
    /// <param name="blob">Which.</param>
    /// <param name="type">How it is written.</param>
    /// <param name="cancellation">Stops waiting.</param>
    public async Task<T> GetJson<T>(BlobRef blob, JsonTypeInfo<T> type, CancellationToken cancellation)
    {
        await using var content = await Open(blob, cancellation);
        return await JsonSerializer.DeserializeAsync(content, type, cancellation)
            ?? throw new InvalidDataException($"The document {blob.Path} is empty.");
    }

    /// <summary>Reads a JSON document by its content hash. Fails with <see cref="FileNotFoundException"/> when it is gone.</summary>
    /// <param name="sha256">64 lower-case hex digits.</param>
    /// <param name="type">How the document is written.</param>
    /// <param name="cancellation">Stops waiting.</param>
    public Task<T> GetJson<T>(string sha256, JsonTypeInfo<T> type, CancellationToken cancellation) =>
        GetJson(new BlobRef(PathOf(sha256), sha256, 0, "application/json"), type, cancellation);

    /// <summary>Opens a blob by its content hash. Fails with <see cref="FileNotFoundException"/> when it is gone.</summary>
    /// <param name="sha256">64 lower-case hex digits.</param>
    /// <param name="cancellation">Stops waiting.</param>
    public Task<Stream> Open(string sha256, CancellationToken cancellation) =>
        Open(new BlobRef(PathOf(sha256), sha256, 0, ""), cancellation);

    /// <summary>Reads a small blob whole by its content hash. Fails with <see cref="FileNotFoundException"/> when it is gone.</summary>
    /// <param name="sha256">64 lower-case hex digits.</param>
    /// <param name="cancellation">Stops waiting.</param>
    public async Task<byte[]> Read(string sha256, CancellationToken cancellation)
    {
        await using var content = await Open(sha256, cancellation);
        using var bytes = new MemoryStream();
        await content.CopyToAsync(bytes, cancellation);
        return bytes.ToArray();
    }

    /// <summary>Opens a blob. Fails with <see cref="FileNotFoundException"/> when it is gone.</summary>
    /// <param name="blob">Which; must belong to this tenant.</param>
    /// <param name="cancellation">Stops waiting.</param>
    public async Task<Stream> Open(BlobRef blob, CancellationToken cancellation)
    {
        if (!blob.Path.StartsWith($"tenants/{tenant}/", StringComparison.Ordinal))
        {
            throw new FileNotFoundException($"There is no blob {blob.Path} of this tenant.");
        }

        return await store.Open(blob.Path, cancellation)
            ?? throw new FileNotFoundException($"The blob {blob.Path} is gone.");
    }

    /// <summary>Path of the blob with that content hash.</summary>
    /// <param name="sha256">64 lower-case hex digits.</param>
    public string PathOf(string sha256) => PathOf("content", sha256);

    private string PathOf(string kind, string sha256) => $"tenants/{tenant}/{kind}/{sha256[..2]}/{sha256}";
}
