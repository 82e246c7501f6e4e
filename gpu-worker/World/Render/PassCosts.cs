namespace SoraFunctions.World.Render;

/// <summary>What the passes of a renderer cost: processor time of all threads of the process, so nothing else should run beside it.</summary>
public sealed class PassCosts
{
    private readonly Dictionary<string, TimeSpan> times = [];
    private readonly List<string> order = [];
    private TimeSpan last = Environment.CpuUsage.TotalTime;

    /// <summary>The passes in their order, with the processor time that each has taken so far.</summary>
    public IEnumerable<(string Pass, TimeSpan Time)> Times => order.Select(pass => (pass, times[pass]));

    /// <summary>Begins to count.</summary>
    internal void Start() => last = Environment.CpuUsage.TotalTime;

    /// <summary>Counts the time since the last call as that of a pass.</summary>
    internal void Add(string pass)
    {
        var now = Environment.CpuUsage.TotalTime;
        if (!times.ContainsKey(pass)) order.Add(pass);
        times[pass] = times.GetValueOrDefault(pass) + now - last;
        last = now;
    }
}
