namespace SoraFunctions.Local.Durable;

/// <summary>Tells those who wait that an instance has ended.</summary>
internal sealed class EndSignals
{
    private readonly Lock _lock = new();
    private readonly Dictionary<string, List<Action<InstanceEnd>>> _waiting = [];

    /// <summary>Waits for the end of an instance, which may not even have begun.</summary>
    /// <param name="instance">Its id.</param>
    /// <param name="ended">Called at most once; must be quick.</param>
    public void Subscribe(string instance, Action<InstanceEnd> ended)
    {
        lock (_lock)
        {
            if (!_waiting.TryGetValue(instance, out var list))
            {
                _waiting.Add(instance, list = new List<Action<InstanceEnd>>(1));
            }

            list.Add(ended);
        }
    }

    public void Unsubscribe(string instance, Action<InstanceEnd> ended)
    {
        lock (_lock)
        {
            if (_waiting.TryGetValue(instance, out var list) && list.Remove(ended) && list.Count == 0)
            {
                _waiting.Remove(instance);
            }
        }
    }

    public void Fire(string instance, InstanceEnd end)
    {
        List<Action<InstanceEnd>>? list;
        lock (_lock)
        {
            _waiting.Remove(instance, out list);
        }

        list?.ForEach(ended => ended(end));
    }
}
