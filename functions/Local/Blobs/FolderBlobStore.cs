using System.Runtime.CompilerServices;
using SoraFunctions.Pipeline.Storage;

namespace SoraFunctions.Local.Blobs;

/// <summary>
/// Blobs as files below a folder. A blob is written aside, flushed, then moved to its name, which fails if the name is taken.
/// Its media type lies beside it in a file whose name ends in '~', a character that no path has.
/// </summary>
internal sealed class FolderBlobStore : IBlobStore
{
    private const int BufferSize = 128 * 1024;
    private const string UnknownType = "application/octet-stream";
    private static readonly TimeSpan LeftoverAge = TimeSpan.FromHours(1);

    private readonly string _root;
    private readonly string _incoming;
    private readonly TimeProvider _clock;
    private readonly BlobLinkOptions? _links;
    private readonly Lock _use = new();

    /// <param name="root">The folder; made if absent.</param>
    /// <param name="clock">Dates the links.</param>
    /// <param name="links">Null for a store without links.</param>
    public FolderBlobStore(string root, TimeProvider clock, BlobLinkOptions? links = null)
    {
        _root = Path.GetFullPath(root);
        _incoming = Path.Combine(_root, "~incoming");
        _clock = clock;
        _links = links;
        DurableFolder.Create(_incoming);
        RemoveLeftovers();
    }

    /// <inheritdoc/>
    public async Task<bool> PutIfAbsent(string path, Stream content, string mediaType, CancellationToken cancellation)
    {
        var file = FileOf(path);
        var folder = Path.GetDirectoryName(file)!;
        if (Touch(file))
        {
            // Whoever put it may not have come to the flush yet, and the answer is a promise too.
            DurableFolder.Flush(folder);
            return false;
        }

        var aside = Path.Combine(_incoming, Guid.NewGuid().ToString("N"));
        var asideType = TypeFileOf(aside);
        try
        {
            await using (var stream = new FileStream(
                aside, FileMode.CreateNew, FileAccess.Write, FileShare.None, BufferSize, FileOptions.Asynchronous))
            {
                await content.CopyToAsync(stream, BufferSize, cancellation);
                stream.Flush(flushToDisk: true);
            }

            WriteType(asideType, mediaType);
            DurableFolder.Create(folder);
            var won = ExclusiveName.TryGive(aside, file);
            if (won)
            {
                // Only the winner writes the type, so it is that of the bytes; a reader in between sees an unknown type.
                File.Move(asideType, TypeFileOf(file), overwrite: true);
            }

            DurableFolder.Flush(folder);
            return won;
        }
        finally
        {
            File.Delete(aside);
            File.Delete(asideType);
        }
    }

    /// <inheritdoc/>
    public Task<Stream?> Open(string path, CancellationToken cancellation)
    {
        var file = FileOf(path);
        cancellation.ThrowIfCancellationRequested();
        try
        {
            return Task.FromResult<Stream?>(new FileStream(
                file, FileMode.Open, FileAccess.Read, FileShare.Read | FileShare.Delete, BufferSize, FileOptions.Asynchronous));
        }
        catch (Exception absent) when (IsAbsence(absent, file))
        {
            return Task.FromResult<Stream?>(null);
        }
    }

    /// <inheritdoc/>
    public Task<bool> Exists(string path, CancellationToken cancellation) => Task.FromResult(File.Exists(FileOf(path)));

    /// <inheritdoc/>
    public Task Delete(string path, CancellationToken cancellation)
    {
        var file = FileOf(path);
        cancellation.ThrowIfCancellationRequested();
        if (File.Exists(file))
        {
            File.Delete(file);
            File.Delete(TypeFileOf(file));
            DurableFolder.Flush(Path.GetDirectoryName(file)!);
        }

        return Task.CompletedTask;
    }

    /// <inheritdoc/>
    public Task<bool> Refresh(string path, CancellationToken cancellation) => Task.FromResult(Touch(FileOf(path)));

    /// <inheritdoc/>
    public Task<bool> DeleteUnused(string path, DateTimeOffset since, CancellationToken cancellation)
    {
        var file = FileOf(path);
        cancellation.ThrowIfCancellationRequested();
        lock (_use)
        {
            if (!File.Exists(file) || File.GetLastWriteTimeUtc(file) >= since.UtcDateTime)
            {
                return Task.FromResult(false);
            }

            // Both within: whoever finds no file puts both.
            File.Delete(file);
            File.Delete(TypeFileOf(file));
        }

        DurableFolder.Flush(Path.GetDirectoryName(file)!);
        return Task.FromResult(true);
    }

    /// <inheritdoc/>
    public async IAsyncEnumerable<StoredBlob> List(string below, [EnumeratorCancellation] CancellationToken cancellation)
    {
        var open = new Stack<DirectoryInfo>([new DirectoryInfo(Path.Combine(_root, BlobPath.CheckFolder(below)))]);
        while (open.TryPop(out var folder))
        {
            cancellation.ThrowIfCancellationRequested();
            foreach (var entry in folder.Exists ? folder.GetFileSystemInfos() : [])
            {
                if (entry is DirectoryInfo inner)
                {
                    open.Push(inner);
                }
                else if (entry is FileInfo file && !file.Name.EndsWith('~'))
                {
                    yield return new StoredBlob(
                        Path.GetRelativePath(_root, file.FullName).Replace(Path.DirectorySeparatorChar, '/'), file.Length, file.LastWriteTimeUtc);
                }
            }
        }
    }

    /// <inheritdoc/>
    public Task<Uri?> Link(string path, TimeSpan lifetime, CancellationToken cancellation)
    {
        BlobPath.Check(path);
        return Task.FromResult(_links is null ? null : SignedLinks.Create(_links, path, _clock.GetUtcNow() + lifetime));
    }

    /// <summary>The media type that a blob was put with; null when there is no such blob.</summary>
    /// <param name="path">Where.</param>
    public string? MediaType(string path)
    {
        var file = FileOf(path);
        if (!File.Exists(file))
        {
            return null;
        }

        try
        {
            return File.ReadAllText(TypeFileOf(file));
        }
        catch (FileNotFoundException)
        {
            return UnknownType;
        }
    }

    /// <summary>Dates a file anew; false when there is none. The time of the last change is free for that: blobs don't change.</summary>
    private bool Touch(string file)
    {
        lock (_use)
        {
            if (!File.Exists(file))
            {
                return false;
            }

            // By the clock that dates new files.
            File.SetLastWriteTimeUtc(file, DateTime.UtcNow);
            return true;
        }
    }

    private string FileOf(string path) => Path.Combine(_root, BlobPath.Check(path).Replace('/', Path.DirectorySeparatorChar));

    private static string TypeFileOf(string file) => file + "~";

    private static void WriteType(string file, string mediaType)
    {
        using var stream = new FileStream(file, FileMode.CreateNew, FileAccess.Write);
        stream.Write(System.Text.Encoding.UTF8.GetBytes(mediaType));
        stream.Flush(flushToDisk: true);
    }

    /// <summary>No such file, no such folder, or a folder in its place.</summary>
    private static bool IsAbsence(Exception error, string file) =>
        error is FileNotFoundException or DirectoryNotFoundException
        || (error is UnauthorizedAccessException && Directory.Exists(file));

    private void RemoveLeftovers()
    {
        foreach (var file in new DirectoryInfo(_incoming).EnumerateFiles())
        {
            if (_clock.GetUtcNow() - file.LastWriteTimeUtc > LeftoverAge)
            {
                file.Delete();
            }
        }
    }
}
