namespace SoraFunctions.Local.Durable;

/// <summary>How many activities run at a time: some by name, the others together; tenants take turns.</summary>
internal sealed class ActivityGates(DurableRunnerOptions options)
{
    private readonly Dictionary<string, FairGate> _byName =
        options.ActivityLimits.ToDictionary(limit => limit.Key, limit => new FairGate(limit.Value));

    private readonly FairGate _others = new(options.OtherActivities);

    public FairGate For(string activity) => _byName.GetValueOrDefault(activity, _others);
}
