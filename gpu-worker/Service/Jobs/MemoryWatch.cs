namespace SoraFunctions.Service.Jobs;

/// <summary>Looks at the memory of the process and of the programs that it runs while jobs run, and stops the youngest run when it is too much.</summary>
/// <param name="limit">Bytes that they may take; null for no limit.</param>
/// <param name="used">Tells the bytes that they take.</param>
/// <param name="time">The clock.</param>
internal sealed class MemoryWatch(long? limit, Func<long> used, TimeProvider time) : IDisposable
{
    private static readonly TimeSpan _interval = TimeSpan.FromSeconds(1);

    private readonly Lock _lock = new();
    private readonly List<CancellationTokenSource> _runs = [];
    private ITimer? _timer;
    private bool _collected;

    /// <summary>Watches a run until what is given back is disposed of.</summary>
    /// <param name="stop">Stops the run.</param>
    public IDisposable Watch(CancellationTokenSource stop)
    {
        lock (_lock)
        {
            _runs.Add(stop);
            if (limit is not null)
            {
                _timer ??= time.CreateTimer(_ => Look(), null, _interval, _interval);
            }
        }

        return new Watched(this, stop);
    }

    /// <inheritdoc/>
    public void Dispose() => _timer?.Dispose();

    /// <summary>Looks once. What is over the limit for the first time may be garbage: it is collected, and judged by the next look.</summary>
    internal void Look()
    {
        lock (_lock)
        {
            if (_runs.Count == 0 || used() <= limit)
            {
                _collected = false;
                return;
            }

            if (!_collected)
            {
                GC.Collect(2, GCCollectionMode.Aggressive);
                _collected = true;
                return;
            }

            var youngest = _runs[^1];
            _runs.RemoveAt(_runs.Count - 1);
            _collected = false;
            youngest.CancelAsync();
        }
    }

    private sealed class Watched(MemoryWatch watch, CancellationTokenSource stop) : IDisposable
    {
        public void Dispose()
        {
            lock (watch._lock)
            {
                watch._runs.Remove(stop);
            }
        }
    }
}
