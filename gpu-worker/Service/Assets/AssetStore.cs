using System.Buffers;
using System.Security.Cryptography;
using SoraFunctions.Contract;
using SoraFunctions.Contract.Renders;

namespace SoraFunctions.Service.Assets;

/// <summary>
/// Files by content hash. A file appears under its hash only when it is complete and on the disk; the time of last use is kept in
/// the file's access time, so that a restart knows it.
/// </summary>
internal sealed class AssetStore
{
    private readonly string _folder;
    private readonly string _incoming;
    private readonly AssetShelf _shelf;
    private readonly TimeProvider _time;

    /// <summary>Opens the store and looks what is there.</summary>
    public AssetStore(string folder, long budget, TimeProvider time)
    {
        _folder = Directory.CreateDirectory(Path.Combine(folder, "assets")).FullName;
        _incoming = Path.Combine(folder, "incoming");
        _shelf = new AssetShelf(budget);
        _time = time;
        if (Directory.Exists(_incoming))
        {
            Directory.Delete(_incoming, recursive: true);
        }

        Directory.CreateDirectory(_incoming);
        foreach (var file in new DirectoryInfo(_folder).EnumerateFiles("*", SearchOption.AllDirectories).OrderBy(file => file.LastAccessTimeUtc))
        {
            if (!_shelf.TryAdd(new StoredAsset(file.Name, file.Length), () => { }, Delete))
            {
                file.Delete();
            }
        }
    }

    /// <summary>Bytes that the assets take.</summary>
    public long Used => _shelf.Used;

    /// <summary>Whether the asset is there; it counts as used now.</summary>
    public bool Has(string sha256)
    {
        AssetHash.Check(sha256);
        if (!_shelf.Touch(sha256))
        {
            return false;
        }

        try
        {
            File.SetLastAccessTimeUtc(Locate(sha256), _time.GetUtcNow().UtcDateTime);
            return true;
        }
        catch (Exception gone) when (gone is FileNotFoundException or DirectoryNotFoundException)
        {
            _shelf.Forget(sha256);
            return false;
        }
    }

    /// <summary>The file of an asset. Fails with <see cref="FileNotFoundException"/> that names the asset when it is not there.</summary>
    public string PathOf(string sha256) =>
        Has(sha256) ? Locate(sha256) : throw new FileNotFoundException($"asset {sha256} is not on this worker; put it first", sha256);

    /// <summary>Opens an asset; it stays readable even if it is evicted meanwhile.</summary>
    public FileStream Open(string sha256)
    {
        try
        {
            return new FileStream(PathOf(sha256), FileMode.Open, FileAccess.Read, FileShare.Read | FileShare.Delete, 1 << 16, useAsync: true);
        }
        catch (DirectoryNotFoundException gone)
        {
            throw new FileNotFoundException($"asset {sha256} is not on this worker; put it first", sha256, gone);
        }
    }

    /// <summary>Stores what a stream holds, after checking its hash on the way.</summary>
    /// <param name="sha256">Its hash.</param>
    /// <param name="content">Its bytes.</param>
    /// <param name="first">What is to be done with the checked file before it counts as there.</param>
    /// <param name="cancellation">Stops the transfer.</param>
    public async Task Put(string sha256, Stream content, Func<string, Task> first, CancellationToken cancellation)
    {
        if (Has(sha256))
        {
            return;
        }

        var path = Path.Combine(_incoming, Guid.NewGuid().ToString("n"));
        try
        {
            var (hash, length) = await Receive(content, path, cancellation);
            if (hash != sha256)
            {
                throw new InvalidDataException($"the body has sha256 {hash}, not {sha256}");
            }

            await first(path);
            Place(new StoredAsset(sha256, length), path);
        }
        finally
        {
            File.Delete(path);
        }
    }

    /// <summary>Moves a finished file into the store under its hash and pins it.</summary>
    public async Task<StoredAsset> Adopt(string path, CancellationToken cancellation)
    {
        var asset = new StoredAsset(await AssetHash.Of(path, cancellation), new FileInfo(path).Length);
        using (var handle = File.OpenHandle(path, FileMode.Open, FileAccess.ReadWrite))
        {
            RandomAccess.FlushToDisk(handle);
        }

        Pin([asset.Sha256]);
        try
        {
            Place(asset, path);
        }
        catch
        {
            Unpin([asset.Sha256]);
            throw;
        }

        return asset;
    }

    /// <summary>Keeps assets until they are unpinned as often.</summary>
    public void Pin(IEnumerable<string> hashes)
    {
        foreach (var hash in hashes)
        {
            _shelf.Pin(hash);
        }
    }

    /// <summary>Takes one pin of each back.</summary>
    public void Unpin(IEnumerable<string> hashes)
    {
        foreach (var hash in hashes)
        {
            _shelf.Unpin(hash);
        }
    }

    /// <summary>Deletes an asset; false when a job needs it.</summary>
    public bool Evict(string sha256) => _shelf.Evict(sha256, _ => true, Delete);

    /// <summary>Deletes what nobody has used for so long and no job needs.</summary>
    public void Expire(TimeSpan age)
    {
        var before = _time.GetUtcNow().UtcDateTime - age;
        foreach (var sha256 in _shelf.All())
        {
            if (File.GetLastAccessTimeUtc(Locate(sha256)) >= before)
            {
                // Those behind it were used later.
                return;
            }

            _shelf.Evict(sha256, one => File.GetLastAccessTimeUtc(Locate(one)) < before, Delete);
        }
    }

    private async Task<(string Hash, long Length)> Receive(Stream content, string path, CancellationToken cancellation)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        await using var file = new FileStream(path, FileMode.CreateNew, FileAccess.Write, FileShare.None, bufferSize: 0, useAsync: true);
        var buffer = ArrayPool<byte>.Shared.Rent(1 << 17);
        try
        {
            int count;
            while ((count = await content.ReadAsync(buffer, cancellation)) > 0)
            {
                if (file.Position + count > _shelf.Budget)
                {
                    throw OutOfSpace("the asset alone is larger than the whole disk budget", transient: false);
                }

                hash.AppendData(buffer, 0, count);
                await file.WriteAsync(buffer.AsMemory(0, count), cancellation);
            }
        }
        finally
        {
            ArrayPool<byte>.Shared.Return(buffer);
        }

        file.Flush(flushToDisk: true);
        return (Convert.ToHexStringLower(hash.GetHashAndReset()), file.Length);
    }

    private void Place(StoredAsset asset, string path)
    {
        var target = Locate(asset.Sha256);
        Directory.CreateDirectory(Path.GetDirectoryName(target)!);
        File.SetLastAccessTimeUtc(path, _time.GetUtcNow().UtcDateTime);
        if (!_shelf.TryAdd(asset, () => File.Move(path, target, overwrite: true), Delete))
        {
            throw OutOfSpace($"no room for asset {asset.Sha256} of {asset.Length} bytes: unfinished jobs need what fills the disk", transient: true);
        }
    }

    private WorkerException OutOfSpace(string message, bool transient) =>
        new(new RenderError("out_of_space", $"{message} ({_shelf.Used} of {_shelf.Budget} bytes used)", transient));

    private void Delete(string sha256) => File.Delete(Locate(sha256));

    // Two levels of 256 folders keep each folder small at millions of assets.
    private string Locate(string sha256) => Path.Combine(_folder, sha256[..2], sha256[2..4], sha256);
}
