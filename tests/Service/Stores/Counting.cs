using SoraFunctions.Service.Stores;

namespace SoraFunctions.Service.Tests.Stores;

/// <summary>A store that remembers which files were opened, and whose transfers may break off.</summary>
internal sealed class Counting(IStore store) : IStore
{
    /// <summary>The files that were opened, in that order.</summary>
    public List<string> Opened { get; } = [];

    /// <summary>From where they were opened.</summary>
    public Dictionary<string, long> From { get; } = [];

    /// <summary>Bytes of a file after which its transfer breaks off; null for never.</summary>
    public int? BreaksAfter { get; init; }

    public async Task<StoredFile?> OpenFile(string path, long from, CancellationToken cancellation)
    {
        Opened.Add(path);
        From[path] = from;
        var file = await store.OpenFile(path, from, cancellation);
        return file is not null && BreaksAfter is { } bytes ? file with { Content = new Breaking(file.Content, bytes) } : file;
    }

    public Task<StoredRecord?> Read(string name, CancellationToken cancellation) => store.Read(name, cancellation);

    public Task<string?> Write(string name, ReadOnlyMemory<byte> content, string? expected, CancellationToken cancellation) => store.Write(name, content, expected, cancellation);

    public Task Delete(string name, string? expected, CancellationToken cancellation) => store.Delete(name, expected, cancellation);

    public Task<IReadOnlyList<StoredName>> List(string folder, CancellationToken cancellation) => store.List(folder, cancellation);

    public Task<bool> HasAsset(string sha256, CancellationToken cancellation) => store.HasAsset(sha256, cancellation);

    public Task PutAsset(string sha256, string path, CancellationToken cancellation) => store.PutAsset(sha256, path, cancellation);

    public Task DeleteAsset(string sha256, CancellationToken cancellation) => store.DeleteAsset(sha256, cancellation);

    public Task<Stream?> OpenAsset(string sha256, CancellationToken cancellation) => store.OpenAsset(sha256, cancellation);

    private sealed class Breaking(Stream stream, int bytes) : Stream
    {
        private int _left = bytes;

        public override bool CanRead => true;

        public override bool CanSeek => false;

        public override bool CanWrite => false;

        public override long Length => throw new NotSupportedException();

        public override long Position
        {
            get => throw new NotSupportedException();
            set => throw new NotSupportedException();
        }

        public override async ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default)
        {
            if (_left == 0)
            {
                throw new IOException("the connection broke off");
            }

            var count = await stream.ReadAsync(buffer[..Math.Min(buffer.Length, _left)], cancellationToken);
            _left -= count;
            return count;
        }

        public override int Read(byte[] buffer, int offset, int count) => ReadAsync(buffer.AsMemory(offset, count)).AsTask().GetAwaiter().GetResult();

        public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

        public override void SetLength(long value) => throw new NotSupportedException();

        public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();

        public override void Flush()
        {
        }

        protected override void Dispose(bool disposing) => stream.Dispose();
    }
}
