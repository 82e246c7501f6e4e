namespace SoraFunctions.Benchmarks.Scale.Service;

/// <summary>How much of a limit a load takes, by arithmetic: nothing is simulated.</summary>
/// <param name="Name">Of what.</param>
/// <param name="Load">Servers at work on average at the peak, or units a second.</param>
/// <param name="Most">The most of them.</param>
/// <param name="BreaksAt">Videos a day at which the peak takes all of it.</param>
internal sealed record Limit(string Name, double Load, double Most, double BreaksAt)
{
    private static readonly Dictionary<string, string> _remedies = new()
    {
        ["control queues"] = "Durable Task Scheduler, then a task hub for each stamp",
        ["orchestration actions"] = "the next larger scheduler, then a task hub for each stamp",
        ["activity queue"] = "Durable Task Scheduler, which has none",
        ["activity slots"] = "callbacks: the worker raises an event, no slot waits for it",
        ["Functions cores"] = "a stamp in another region or subscription: the quota is regional",
        ["HTTP requests at a time"] = "a stamp in another region or subscription",
        ["status questions of clients"] = "a longer openai-poll-after-ms, webhooks, a cache in front",
        ["database statements"] = "a larger server, then a server for each stamp",
        ["moderation"] = "several Content Safety accounts",
        ["worker replicas"] = "several apps and environments, dedicated profiles, then stamps; or a GPU engine",
        ["GPU replicas"] = "more GPU quota, several regions, dedicated GPU machines",
        ["blob requests"] = "a storage account for each stamp, tenants by hash",
        ["bytes out, each video fetched once"] = "a CDN in front; it is wanted for its price long before",
    };

    /// <summary>What takes its place when it breaks.</summary>
    public string Remedy => _remedies[Name];

    /// <summary>Every limit of a stamp, the first to break first. The database is counted by its statements, those of questions included.</summary>
    public static IReadOnlyList<Limit> Of(ScaleOptions options, Measured measured)
    {
        var model = new ServiceModel(options, measured);
        var videos = options.VideosPerDay / options.Stamps;
        var peak = DayCurve.Day(videos, options.Campaigns).Peak;
        var loads = model.Loads();
        var stations = model.Stations.Index()
            .Where(station => station.Item.Limit < int.MaxValue && station.Item.Name != Places.DatabaseName)
            .Select(station => (station.Item.Name, Load: loads[station.Index] * peak, Most: (double)station.Item.Limit))
            .GroupBy(row => row.Name)
            .Select(same => (same.Key, same.Sum(row => row.Load), same.Sum(row => row.Most)));
        var flows = Flow.Of(options, measured, model, model.Graph.ShortestTime())
            .Where(flow => flow.Limit is not null)
            .Select(flow => (flow.Name, flow.PerVideo * peak, flow.Limit!.Value));
        return
        [
            .. stations.Concat(flows)
                .Select(row => new Limit(row.Item1, row.Item2, row.Item3, options.VideosPerDay * row.Item3 / row.Item2))
                .OrderBy(limit => limit.BreaksAt),
        ];
    }
}
