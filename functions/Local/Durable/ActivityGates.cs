namespace SoraFunctions.Local.Durable;

/// <summary>How many activities run at a time: some by name, the others together; first come, first served.</summary>
internal sealed class ActivityGates(DurableRunnerOptions options)
{
    private readonly Dictionary<string, SemaphoreSlim> _byName =
        options.ActivityLimits.ToDictionary(limit => limit.Key, limit => new SemaphoreSlim(limit.Value));

    private readonly SemaphoreSlim _others = new(options.OtherActivities);

    public SemaphoreSlim For(string activity) => _byName.GetValueOrDefault(activity, _others);
}
