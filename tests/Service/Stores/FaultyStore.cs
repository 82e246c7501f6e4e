using SoraFunctions.Service.Stores;

namespace SoraFunctions.Service.Tests.Stores;

/// <summary>A store that can be out of reach, or lose the answer to a write that it did.</summary>
internal sealed class FaultyStore(IStore store) : IStore
{
    /// <summary>Whether it is out of reach.</summary>
    public bool IsDown { get; set; }

    /// <summary>Whether it has no room for records.</summary>
    public bool IsFull { get; set; }

    /// <summary>How often it was listed.</summary>
    public int Lists { get; private set; }

    /// <summary>So many writes from now on are done and their answers lost.</summary>
    public int LostAnswers { get; set; }

    public Task<StoredRecord?> Read(string name, CancellationToken cancellation) => Through(() => store.Read(name, cancellation));

    public async Task<string?> Write(string name, ReadOnlyMemory<byte> content, string? expected, CancellationToken cancellation)
    {
        if (IsFull)
        {
            throw new IOException("no space left on device");
        }

        var tag = await Through(() => store.Write(name, content, expected, cancellation));
        return LostAnswers-- > 0 ? throw new StoreUnavailableException("the answer was lost") : tag;
    }

    public Task Delete(string name, string? expected, CancellationToken cancellation) => Through(async () =>
    {
        await store.Delete(name, expected, cancellation);
        return true;
    });

    public Task<IReadOnlyList<StoredName>> List(string folder, CancellationToken cancellation)
    {
        Lists++;
        return Through(() => store.List(folder, cancellation));
    }

    public Task<bool> HasAsset(string sha256, CancellationToken cancellation) => Through(() => store.HasAsset(sha256, cancellation));

    public Task PutAsset(string sha256, string path, CancellationToken cancellation) => Through(async () =>
    {
        await store.PutAsset(sha256, path, cancellation);
        return true;
    });

    public Task DeleteAsset(string sha256, CancellationToken cancellation) => Through(async () =>
    {
        await store.DeleteAsset(sha256, cancellation);
        return true;
    });

    public Task<Stream?> OpenAsset(string sha256, CancellationToken cancellation) => Through(() => store.OpenAsset(sha256, cancellation));

    public Task<StoredFile?> OpenFile(string path, long from, CancellationToken cancellation) => Through(() => store.OpenFile(path, from, cancellation));

    private Task<T> Through<T>(Func<Task<T>> call) => IsDown ? throw new StoreUnavailableException("the store is down") : call();
}
