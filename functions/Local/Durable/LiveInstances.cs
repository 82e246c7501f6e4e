using System.Collections.Concurrent;

namespace SoraFunctions.Local.Durable;

/// <summary>The instances in flight, by id.</summary>
internal sealed class LiveInstances
{
    private readonly ConcurrentDictionary<string, LiveInstance> _byId = new();

    public int Count => _byId.Count;

    public void Add(LiveInstance instance) => _byId[instance.Id] = instance;

    public LiveInstance? Find(string id) => _byId.GetValueOrDefault(id);

    public LiveInstance? Remove(string id) => _byId.TryRemove(id, out var instance) ? instance : null;

    /// <summary>Whether an instance is another one, its parent, or further above.</summary>
    public bool IsSameOrAbove(string id, LiveInstance? other)
    {
        for (; other is not null; other = other.Parent is { } parent ? Find(parent) : null)
        {
            if (other.Id == id)
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>Stops all timers; nothing is recorded of it.</summary>
    public void CloseAll()
    {
        foreach (var instance in _byId.Values)
        {
            instance.Close();
        }
    }
}
