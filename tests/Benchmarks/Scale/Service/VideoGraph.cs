using SoraFunctions.Benchmarks.Scale.Queueing;
using SoraFunctions.Pipeline.Videos;
using SoraFunctions.Pipeline.Videos.Stages;
using SoraFunctions.Pipeline.Webhooks;

namespace SoraFunctions.Benchmarks.Scale.Service;

/// <summary>The life of a video as a graph over the stations.</summary>
/// <param name="options">Which deployment.</param>
/// <param name="measured">What each activity costs.</param>
/// <param name="places">The stations.</param>
/// <param name="shots">Seconds of each shot.</param>
/// <param name="judgements">Questions to the judge, by activity.</param>
internal sealed class VideoGraph(
    ScaleOptions options, Measured measured, Places places, IReadOnlyList<double> shots, IReadOnlyDictionary<string, int> judgements)
{
    private int _instances;

    /// <summary>Builds the graph of what was traced.</summary>
    public JobGraph Build(Traced calls)
    {
        var graph = new JobGraph();
        var created = measured.Of("Accept");
        var start = graph.Add(
        [
            new Step(StepKind.Take, places.Front),
            Work(places.Cores, Figures.CreateSeconds),
            Work(places.Database, created.Statements * Figures.StatementSeconds),
            Work(places.Blobs, created.BlobRequests * Figures.BlobSeconds),
            new Step(StepKind.Give, places.Front),
        ]);
        Orchestrate(graph, calls, start, options.Channels[0]);
        return graph;
    }

    /// <summary>Adds an orchestration behind a node and gives the node at its end.</summary>
    private int Orchestrate(JobGraph graph, Traced traced, int before, string channel)
    {
        var instance = _instances++;
        var last = graph.Add(Action(instance), before);
        foreach (var wave in traced.Waves)
        {
            List<int> ends = [];
            foreach (var (index, call) in wave.Index())
            {
                // The calls of a wave of renditions are its channels, those of a wave of renders its shots.
                var asked = graph.Add(Action(instance), last);
                var done = call.Sub is { } sub
                    ? Orchestrate(graph, sub, asked, call.Name == RenditionOrchestration.Definition.Name ? options.Channels[index] : channel)
                    : Activity(graph, call.Name, new Part(instance, channel, index), asked);
                ends.Add(graph.Add(Action(instance), done));
            }

            last = ends.Count == 1 ? ends[0] : graph.Add([], ends);
        }

        return last;
    }

    private int Activity(JobGraph graph, string name, Part part, int before)
    {
        var cost = measured.Of(name);
        List<Step> queue = places.Queue is { } one ? [new Step(StepKind.Serve, one, 1 / Figures.QueueMessages)] : [];
        List<Step> begin = [.. queue, new Step(StepKind.Take, places.Slots)];
        List<Step> end = [.. Home(name, cost), new Step(StepKind.Give, places.Slots)];
        if (Job(name, part) is not { } job)
        {
            begin.Add(Work(places.Cores, Figures.ActivitySeconds + cost.CpuSeconds));
            return graph.Add([.. begin, .. Others(name), .. end], before);
        }

        begin.Add(Work(places.Cores, Figures.ActivitySeconds));
        if (!options.Callbacks)
        {
            return graph.Add([.. begin, job, .. end], before);
        }

        // Submitted by one activity; the worker's event is an action; the result is taken home by another activity.
        var made = graph.Add(
            [.. begin, new Step(StepKind.Give, places.Slots), .. Action(part.Instance), job, .. Action(part.Instance), .. Action(part.Instance)], before);
        return graph.Add([.. begin, .. end], made);
    }

    /// <summary>What the worker does for an activity.</summary>
    private Step? Job(string name, Part part) =>
        name == RenderShot.Definition.Name ? RenderOf(part)
        : name == JudgeCut.Definition.Name ? Work(places.Workers, measured.Of(name).CpuSeconds / measured.Seconds * (double)options.Seconds / (options.ReplicaCores * options.ReplicaUse))
        : name == CutVideo.Definition.Name ? Work(places.Workers, CpuOf(name, part.Channel) * (double)options.Seconds) with { First = true }
        : null;

    private Step RenderOf(Part part) => (options.GpuSeconds, places.Gpus) is ({ } gpu, { } place)
        ? Work(place, gpu * shots[part.Index])
        : Work(places.Workers, CpuOf(RenderShot.Definition.Name, part.Channel) * shots[part.Index]);

    /// <summary>What others do for an activity.</summary>
    private IEnumerable<Step> Others(string name) =>
        judgements.TryGetValue(name, out var questions) ? [new Step(StepKind.Serve, places.Judge, questions / Figures.Judgements)]
        : name == WebhookOrchestration.Attempt.Name ? [Work(places.Outside, Figures.WebhookSeconds)]
        : [];

    /// <summary>Statements and blobs. The statements of renders show progress by whole per cents, so all renders of a video share them.</summary>
    private IEnumerable<Step> Home(string name, StageCost cost)
    {
        var sharers = name == RenderShot.Definition.Name ? shots.Count * options.Channels.Count : 1;
        yield return Work(places.Database, cost.Statements * Figures.StatementSeconds / sharers);
        yield return Work(places.Blobs, cost.BlobRequests * Figures.BlobSeconds / Math.Max(1, cost.Runs));
    }

    private List<Step> Action(int instance) =>
    [
        new Step(StepKind.Serve, places.Control, options.Backend switch
        {
            Backend.Storage => 1 / Figures.PartitionActions,
            Backend.Consumption => 1 / Figures.ConsumptionActions,
            _ => 1 / (3 * Figures.DedicatedActions),
        }, Spread.Fixed, places.Partitions, instance),
        Work(places.Cores, Figures.TurnSeconds),
    ];

    /// <summary>Seconds of a replica for a second of video: core seconds over the cores that are kept busy.</summary>
    private double CpuOf(string stage, string channel) =>
        measured.CpuSeconds(stage, ScaleOptions.Pixels(channel)) / (options.ReplicaCores * options.ReplicaUse);

    private static Step Work(int station, double seconds) => new(StepKind.Serve, station, seconds, Spread.Some);

    /// <summary>Where in a video an activity is.</summary>
    private readonly record struct Part(int Instance, string Channel, int Index);
}
