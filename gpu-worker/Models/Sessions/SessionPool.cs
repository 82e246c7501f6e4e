namespace SoraFunctions.Models.Sessions;

/// <summary>
/// The loaded models of a process: one session a model, shared by all who rent it. Idle models are unloaded, the longest unused first,
/// to keep the files of the loaded ones within a budget. A model in use is never unloaded: what does not fit then is loaded all the same,
/// and <see cref="Status"/> shows it.
/// </summary>
/// <param name="settings">How models are loaded.</param>
/// <param name="budgetBytes">Bytes of weights to stay within.</param>
public sealed class SessionPool(SessionSettings settings, long budgetBytes) : IDisposable
{
    private readonly Lock _lock = new();
    private readonly Dictionary<string, Entry> _entries = [];
    private long _uses;
    private bool _closed;

    /// <summary>What is loaded, most recently used first.</summary>
    public SessionPoolStatus Status
    {
        get
        {
            lock (_lock)
            {
                var models = _entries.OrderByDescending(one => one.Value.LastUse).Where(one => one.Value.Session.IsValueCreated)
                    .Select(one => new LoadedModel(one.Key, one.Value.Bytes, one.Value.Leases,
                        one.Value.Session.Value.Provider, one.Value.Session.Value.Fallbacks));
                return new(budgetBytes, _entries.Values.Sum(one => one.Bytes), [.. models]);
            }
        }
    }

    /// <summary>Gives the session of a model until the lease is disposed. Loads it if need be; others who ask for it meanwhile wait.</summary>
    /// <exception cref="ModelLoadException">The model cannot be loaded; the next call tries again.</exception>
    /// <exception cref="ObjectDisposedException">The pool was closed.</exception>
    public SessionLease Rent(string modelPath)
    {
        var path = Path.GetFullPath(modelPath);
        var bytes = ModelFiles.Bytes(path);
        Entry? entry;
        IReadOnlyList<Entry> evicted = [];
        lock (_lock)
        {
            ObjectDisposedException.ThrowIf(_closed, this);
            if (!_entries.TryGetValue(path, out entry))
            {
                _entries[path] = entry = new(bytes, new(() => ModelSession.Open(path, settings)));
                entry.Leases = 1;
                evicted = Evict();
            }
            else
            {
                entry.Leases++;
            }
            entry.LastUse = ++_uses;
        }
        Free(evicted);
        try
        {
            return new(entry.Session.Value, () => Return(entry));
        }
        catch
        {
            lock (_lock)
            {
                if (_entries.TryGetValue(path, out var current) && current == entry)
                    _entries.Remove(path);
            }
            throw;
        }
    }

    /// <summary>Unloads every idle model now, whatever the budget: for when memory has run out.</summary>
    public void Trim()
    {
        IReadOnlyList<Entry> idle;
        lock (_lock)
            idle = Evict(0);
        Free(idle);
    }

    /// <summary>Unloads every idle model now and the others when they are given back.</summary>
    public void Dispose()
    {
        IReadOnlyList<Entry> idle;
        lock (_lock)
        {
            _closed = true;
            idle = Evict();
        }
        Free(idle);
    }

    private void Return(Entry entry)
    {
        IReadOnlyList<Entry> evicted;
        lock (_lock)
        {
            entry.Leases--;
            evicted = Evict();
        }
        Free(evicted);
    }

    private List<Entry> Evict(long? most = null)
    {
        var evicted = new List<Entry>();
        var total = _entries.Values.Sum(one => one.Bytes);
        foreach (var (path, entry) in _entries.Where(one => one.Value.Leases == 0).OrderBy(one => one.Value.LastUse).ToArray())
        {
            if (total <= (most ?? budgetBytes) && !_closed)
                break;
            _entries.Remove(path);
            evicted.Add(entry);
            total -= entry.Bytes;
        }
        return evicted;
    }

    private static void Free(IReadOnlyList<Entry> entries)
    {
        foreach (var entry in entries)
            entry.Session.Value.Dispose();
    }

    private sealed class Entry(long bytes, Lazy<ModelSession> session)
    {
        public long Bytes { get; } = bytes;
        public Lazy<ModelSession> Session { get; } = session;
        public int Leases { get; set; }
        public long LastUse { get; set; }
    }
}
