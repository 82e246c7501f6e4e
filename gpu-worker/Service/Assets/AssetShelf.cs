namespace SoraFunctions.Service.Assets;

/// <summary>Which assets there are, in order of use, which of them are needed, and who has to go. Safe for many threads.</summary>
internal sealed class AssetShelf(long budget)
{
    private readonly Lock _lock = new();
    private readonly LinkedList<StoredAsset> _byUse = new();
    private readonly Dictionary<string, LinkedListNode<StoredAsset>> _byHash = [];
    private readonly Dictionary<string, int> _pins = [];

    /// <summary>Bytes that the assets may take.</summary>
    public long Budget => budget;

    /// <summary>Bytes that the assets take.</summary>
    public long Used { get; private set; }

    /// <summary>Whether the asset is there; it counts as used now.</summary>
    public bool Touch(string sha256)
    {
        lock (_lock)
        {
            if (!_byHash.TryGetValue(sha256, out var node))
            {
                return false;
            }

            _byUse.Remove(node);
            _byUse.AddLast(node);
            return true;
        }
    }

    /// <summary>Keeps an asset, there or still to come, from being evicted until it is unpinned as often.</summary>
    public void Pin(string sha256)
    {
        lock (_lock)
        {
            _pins[sha256] = _pins.GetValueOrDefault(sha256) + 1;
        }
    }

    /// <summary>Takes one pin back.</summary>
    public void Unpin(string sha256)
    {
        lock (_lock)
        {
            if (--_pins[sha256] == 0)
            {
                _pins.Remove(sha256);
            }
        }
    }

    /// <summary>
    /// Adds an asset, if need be in place of the least recently used ones that nobody needs; false when that is not enough.
    /// </summary>
    /// <param name="asset">The asset.</param>
    /// <param name="place">Puts its file in place.</param>
    /// <param name="evict">Deletes the file of an asset that has to go.</param>
    public bool TryAdd(StoredAsset asset, Action place, Action<string> evict)
    {
        lock (_lock)
        {
            if (_byHash.ContainsKey(asset.Sha256))
            {
                return true;
            }

            var excess = Used + asset.Length - budget;
            var leaving = new List<StoredAsset>();
            foreach (var old in _byUse)
            {
                if (excess <= 0)
                {
                    break;
                }

                if (!_pins.ContainsKey(old.Sha256))
                {
                    leaving.Add(old);
                    excess -= old.Length;
                }
            }

            if (excess > 0)
            {
                return false;
            }

            foreach (var old in leaving)
            {
                evict(old.Sha256);
                Drop(old.Sha256);
            }

            place();
            _byHash[asset.Sha256] = _byUse.AddLast(asset);
            Used += asset.Length;
            return true;
        }
    }

    /// <summary>The assets, the least recently used first.</summary>
    public IReadOnlyList<string> All()
    {
        lock (_lock)
        {
            return [.. _byUse.Select(asset => asset.Sha256)];
        }
    }

    /// <summary>Evicts an asset, unless it is needed or in use again; false when it is needed.</summary>
    /// <param name="sha256">Which.</param>
    /// <param name="idle">Whether nobody has used it for long.</param>
    /// <param name="evict">Deletes its file.</param>
    public bool Evict(string sha256, Func<string, bool> idle, Action<string> evict)
    {
        lock (_lock)
        {
            if (_pins.ContainsKey(sha256))
            {
                return false;
            }

            if (_byHash.ContainsKey(sha256) && idle(sha256))
            {
                evict(sha256);
                Drop(sha256);
            }

            return true;
        }
    }

    /// <summary>Forgets an asset whose file is gone.</summary>
    public void Forget(string sha256)
    {
        lock (_lock)
        {
            Drop(sha256);
        }
    }

    private void Drop(string sha256)
    {
        if (_byHash.Remove(sha256, out var node))
        {
            _byUse.Remove(node);
            Used -= node.Value.Length;
        }
    }
}
