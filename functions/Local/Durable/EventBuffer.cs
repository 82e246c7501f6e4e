namespace SoraFunctions.Local.Durable;

/// <summary>Events that came before their wait, and waits that came before their event; first come, first served.</summary>
internal sealed class EventBuffer
{
    private readonly SortedDictionary<long, StoredEvent> _early = [];
    private readonly List<StepRequest> _waiting = [];
    private long _loadedUpTo;

    /// <summary>Takes in what the store holds. An event may also be announced on its own; it counts once.</summary>
    public void Load(IReadOnlyList<StoredEvent> stored)
    {
        foreach (var raised in stored)
        {
            _early.TryAdd(raised.Id, raised);
            _loadedUpTo = Math.Max(_loadedUpTo, raised.Id);
        }
    }

    /// <summary>A new event: the wait that it ends, or null when it is kept for later.</summary>
    public StepRequest? Offer(StoredEvent raised)
    {
        if (raised.Id <= _loadedUpTo)
        {
            return null;
        }

        var index = _waiting.FindIndex(wait => wait.Name == raised.Name);
        if (index < 0)
        {
            _early.TryAdd(raised.Id, raised);
            return null;
        }

        var request = _waiting[index];
        _waiting.RemoveAt(index);
        return request;
    }

    /// <summary>A new wait: the event that ends it at once, or null when it has to wait.</summary>
    public StoredEvent? Wait(StepRequest request)
    {
        foreach (var raised in _early.Values)
        {
            if (raised.Name == request.Name)
            {
                _early.Remove(raised.Id);
                return raised;
            }
        }

        _waiting.Add(request);
        return null;
    }

    /// <summary>The wait is over without an event.</summary>
    public void StopWaiting(int number) => _waiting.RemoveAll(wait => wait.Number == number);

    /// <summary>No wait outlives its run; early events do.</summary>
    public void ForgetWaits() => _waiting.Clear();
}
