using System.Collections.Concurrent;

namespace SoraFunctions.Pipeline.Videos;

/// <summary>Tells listeners in this process how far the stages are; nobody listening costs nothing.</summary>
public sealed class ProgressFeed
{
    private readonly ConcurrentDictionary<Guid, Action<StageNote>> _listeners = [];

    /// <summary>Listens until the result is disposed of. The listener must be quick and may be called from any thread.</summary>
    /// <param name="listener">Is called with each note.</param>
    public IDisposable Listen(Action<StageNote> listener)
    {
        var id = Guid.NewGuid();
        _listeners[id] = listener;
        return new Subscription(() => _listeners.TryRemove(id, out _));
    }

    /// <summary>Tells all listeners.</summary>
    /// <param name="note">What happened.</param>
    public void Publish(StageNote note)
    {
        foreach (var listener in _listeners.Values)
        {
            listener(note);
        }
    }

    private sealed class Subscription(Action end) : IDisposable
    {
        public void Dispose() => end();
    }
}
