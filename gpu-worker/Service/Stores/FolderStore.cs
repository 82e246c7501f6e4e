using System.Security.Cryptography;

namespace SoraFunctions.Service.Stores;

/// <summary>
/// A store in a folder, which several processes of one machine may use at a time. A file appears whole by its renaming; conditions are
/// judged under a lock that the system takes back from a process that dies.
/// </summary>
public sealed class FolderStore : IStore
{
    private const string Ending = ".json";

    /// <summary>Names share so many locks: enough for those who write at a time, and none is ever deleted.</summary>
    private const int Locks = 64;

    /// <summary>EAGAIN of Linux and of macOS, and Win32 ERROR_SHARING_VIOLATION.</summary>
    private static readonly int[] _heldByAnother = [11, 35, unchecked((int)0x80070020)];

    private readonly string _root;
    private readonly string _records;
    private readonly string _assets;
    private readonly string _drafts;
    private readonly string _locks;
    private readonly SemaphoreSlim[] _own = [.. Enumerable.Range(0, Locks).Select(_ => new SemaphoreSlim(1))];

    /// <summary>Opens the store.</summary>
    /// <param name="folder">Where; made when absent.</param>
    public FolderStore(string folder)
    {
        _root = folder;
        _records = Directory.CreateDirectory(Path.Combine(folder, "records")).FullName;
        _assets = Path.Combine(folder, "assets");
        _drafts = Directory.CreateDirectory(Path.Combine(folder, "drafts")).FullName;
        _locks = Directory.CreateDirectory(Path.Combine(folder, "locks")).FullName;
        SweepDrafts();
    }

    /// <inheritdoc/>
    public async Task<StoredRecord?> Read(string name, CancellationToken cancellation)
    {
        try
        {
            var content = await File.ReadAllBytesAsync(PathOf(name), cancellation);
            return new StoredRecord(content, TagOf(content));
        }
        catch (Exception absent) when (absent is FileNotFoundException or DirectoryNotFoundException)
        {
            return null;
        }
    }

    /// <inheritdoc/>
    public Task<string?> Write(string name, ReadOnlyMemory<byte> content, string? expected, CancellationToken cancellation) =>
        Alone(name, cancellation, async () =>
        {
            if ((await Read(name, cancellation))?.Tag != expected)
            {
                return null;
            }

            var path = PathOf(name);
            Directory.CreateDirectory(Path.GetDirectoryName(path)!);
            var draft = NewDraft();
            try
            {
                using (var file = File.OpenHandle(draft, FileMode.CreateNew, FileAccess.Write))
                {
                    RandomAccess.Write(file, content.Span, 0);
                    RandomAccess.FlushToDisk(file);
                }

                File.Move(draft, path, overwrite: true);
            }
            catch
            {
                File.Delete(draft);
                throw;
            }

            return TagOf(content.Span);
        });

    /// <inheritdoc/>
    public Task Delete(string name, string? expected, CancellationToken cancellation) => Alone<object?>(name, cancellation, async () =>
    {
        if (await Read(name, cancellation) is { } there && (expected is null || there.Tag == expected))
        {
            File.Delete(PathOf(name));
        }

        return null;
    });

    /// <inheritdoc/>
    public async Task<IReadOnlyList<StoredName>> List(string folder, CancellationToken cancellation)
    {
        var place = Path.Combine(_records, folder);
        var names = new List<StoredName>();
        if (Directory.Exists(place))
        {
            foreach (var path in Directory.EnumerateFiles(place, "*" + Ending, SearchOption.AllDirectories))
            {
                var name = Path.GetRelativePath(_records, path)[..^Ending.Length].Replace(Path.DirectorySeparatorChar, '/');
                if (await Read(name, cancellation) is { } record)
                {
                    names.Add(new StoredName(name, record.Tag));
                }
            }
        }

        return names;
    }

    /// <inheritdoc/>
    public Task<bool> HasAsset(string sha256, CancellationToken cancellation) => Task.FromResult(File.Exists(AssetPath(sha256)));

    /// <inheritdoc/>
    public async Task PutAsset(string sha256, string path, CancellationToken cancellation)
    {
        var target = AssetPath(sha256);
        if (File.Exists(target))
        {
            return;
        }

        Directory.CreateDirectory(Path.GetDirectoryName(target)!);
        var draft = NewDraft();
        try
        {
            await using (var from = File.OpenRead(path))
            await using (var to = new FileStream(draft, FileMode.CreateNew, FileAccess.Write))
            {
                await from.CopyToAsync(to, cancellation);
                to.Flush(flushToDisk: true);
            }

            File.Move(draft, target, overwrite: true);
        }
        finally
        {
            File.Delete(draft);
        }
    }

    /// <inheritdoc/>
    public Task<Stream?> OpenAsset(string sha256, CancellationToken cancellation)
    {
        try
        {
            return Task.FromResult<Stream?>(
                new FileStream(AssetPath(sha256), FileMode.Open, FileAccess.Read, FileShare.Read | FileShare.Delete, 1 << 16, useAsync: true));
        }
        catch (Exception absent) when (absent is FileNotFoundException or DirectoryNotFoundException)
        {
            return Task.FromResult<Stream?>(null);
        }
    }

    /// <inheritdoc/>
    public Task DeleteAsset(string sha256, CancellationToken cancellation)
    {
        var path = AssetPath(sha256);
        if (File.Exists(path))
        {
            File.Delete(path);
        }

        return Task.CompletedTask;
    }

    /// <inheritdoc/>
    public Task<StoredFile?> OpenFile(string path, long from, CancellationToken cancellation)
    {
        try
        {
            var file = new FileStream(Path.Combine(_root, path), FileMode.Open, FileAccess.Read, FileShare.Read | FileShare.Delete, 1 << 16, useAsync: true);
            file.Position = from;
            return Task.FromResult<StoredFile?>(new StoredFile(file, file.Length));
        }
        catch (Exception absent) when (absent is FileNotFoundException or DirectoryNotFoundException)
        {
            return Task.FromResult<StoredFile?>(null);
        }
    }

    private static string TagOf(ReadOnlySpan<byte> content) => Convert.ToHexStringLower(SHA256.HashData(content).AsSpan(0, 16));

    private string PathOf(string name) => Path.Combine(_records, name.Replace('/', Path.DirectorySeparatorChar) + Ending);

    private string AssetPath(string sha256) => Path.Combine(_assets, sha256[..2], sha256[2..4], sha256);

    private string NewDraft() => Path.Combine(_drafts, Guid.NewGuid().ToString("n"));

    private async Task<T> Alone<T>(string name, CancellationToken cancellation, Func<Task<T>> act)
    {
        var index = (int)(StableHash(name) % Locks);
        await _own[index].WaitAsync(cancellation);
        try
        {
            using var others = await LockFile(Path.Combine(_locks, $"{index}"), cancellation);
            return await act();
        }
        finally
        {
            _own[index].Release();
        }
    }

    private static async Task<FileStream> LockFile(string path, CancellationToken cancellation)
    {
        while (true)
        {
            try
            {
                return new FileStream(path, FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None, bufferSize: 0);
            }
            catch (IOException held) when (_heldByAnother.Contains(held.HResult))
            {
                await Task.Delay(TimeSpan.FromMilliseconds(2), cancellation);
            }
        }
    }

    // Equal in all processes, unlike string.GetHashCode.
    private static uint StableHash(string name) => name.Aggregate(2166136261u, (hash, letter) => (hash ^ letter) * 16777619u);

    /// <summary>Removes what processes left that died while writing; what is younger may be another process's.</summary>
    private void SweepDrafts()
    {
        foreach (var draft in new DirectoryInfo(_drafts).EnumerateFiles())
        {
            if (draft.LastWriteTimeUtc < DateTime.UtcNow.AddHours(-1))
            {
                draft.Delete();
            }
        }
    }
}
