using SoraFunctions.Service.Stores;

namespace SoraFunctions.Service.Assets;

/// <summary>The assets: those on this machine, and behind them those of the shared store, if there is one.</summary>
/// <param name="cache">Those on this machine; all that there are where nothing is shared.</param>
/// <param name="shared">What all replicas share; null for none.</param>
/// <param name="time">The clock.</param>
internal sealed class DeskAssets(AssetStore cache, IStore? shared, TimeProvider time)
{
    /// <summary>Bytes that the assets on this machine take.</summary>
    public long Used => cache.Used;

    /// <summary>Whether the asset is there. What the store has lost does not count, though it may still be here.</summary>
    public async Task<bool> Has(string sha256, CancellationToken cancellation)
    {
        AssetHash.Check(sha256);
        return shared is null ? cache.Has(sha256) : await shared.HasAsset(sha256, cancellation);
    }

    /// <summary>Stores what a stream holds, after checking its hash on the way.</summary>
    public async Task Put(string sha256, Stream content, CancellationToken cancellation)
    {
        AssetHash.Check(sha256);
        if (shared is not null && cache.Has(sha256))
        {
            await shared.PutAsset(sha256, cache.PathOf(sha256), cancellation);
            return;
        }

        await cache.Put(sha256, content, path => shared?.PutAsset(sha256, path, cancellation) ?? Task.CompletedTask, cancellation);
    }

    /// <summary>Opens an asset; it stays readable even if it is evicted meanwhile.</summary>
    public async Task<FileStream> Open(string sha256, CancellationToken cancellation)
    {
        AssetHash.Check(sha256);
        cache.Pin([sha256]);
        try
        {
            await Bring(sha256, cancellation);
            return cache.Open(sha256);
        }
        finally
        {
            cache.Unpin([sha256]);
        }
    }

    /// <summary>Deletes an asset here, unless a job here needs it, and in the store; other replicas have it until they have not used it for long.</summary>
    public async Task Forget(string sha256, CancellationToken cancellation)
    {
        AssetHash.Check(sha256);
        if (cache.Evict(sha256) && shared is not null)
        {
            await shared.DeleteAsset(sha256, cancellation);
        }
    }

    /// <summary>Pins assets and has them on this machine. When it fails nothing is pinned.</summary>
    public async Task Fetch(IReadOnlyCollection<string> hashes, CancellationToken cancellation)
    {
        cache.Pin(hashes);
        try
        {
            foreach (var sha256 in hashes)
            {
                await Bring(sha256, cancellation);
            }
        }
        catch
        {
            cache.Unpin(hashes);
            throw;
        }
    }

    /// <summary>The file of an asset that was fetched.</summary>
    public string PathOf(string sha256) => cache.PathOf(sha256);

    /// <summary>Moves a finished file under its hash, pins it, and has it in the store, for which it waits as long as an outage may last.</summary>
    public async Task<StoredAsset> Keep(string path, TimeSpan outage, CancellationToken cancellation)
    {
        var asset = await cache.Adopt(path, cancellation);
        try
        {
            if (shared is not null)
            {
                await Outage.Outlast(() => shared.PutAsset(asset.Sha256, cache.PathOf(asset.Sha256), cancellation), outage, time, cancellation);
            }

            return asset;
        }
        catch
        {
            cache.Unpin([asset.Sha256]);
            throw;
        }
    }

    /// <summary>Keeps assets on this machine until they are unpinned as often.</summary>
    public void Pin(IEnumerable<string> hashes) => cache.Pin(hashes);

    /// <summary>Takes one pin of each back.</summary>
    public void Unpin(IEnumerable<string> hashes) => cache.Unpin(hashes);

    private async Task Bring(string sha256, CancellationToken cancellation)
    {
        if (shared is null || cache.Has(sha256))
        {
            return;
        }

        await using var content = await shared.OpenAsset(sha256, cancellation)
            ?? throw new FileNotFoundException($"asset {sha256} is not in the worker's store; put it first", sha256);
        try
        {
            await cache.Put(sha256, content, _ => Task.CompletedTask, cancellation);
        }
        catch (Exception broken) when (broken is InvalidDataException
            || (broken is IOException and not StoreUnavailableException && !Jobs.Failure.IsDiskFull(broken)))
        {
            throw new StoreUnavailableException($"the transfer of asset {sha256} from the store broke off: {broken.Message}", broken);
        }
    }
}
