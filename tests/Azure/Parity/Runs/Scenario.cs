using SoraFunctions.Azure.Tests.Doubles;
using SoraFunctions.Azure.Tests.Durable.Engine;
using SoraFunctions.Contract.Renders;
using SoraFunctions.Pipeline;
using SoraFunctions.Pipeline.Orchestration;
using SoraFunctions.Pipeline.Requests;
using SoraFunctions.Pipeline.Videos;
using SoraFunctions.Pipeline.Videos.Stages;

namespace SoraFunctions.Azure.Tests.Parity.Runs;

/// <summary>An order, and what goes wrong with it.</summary>
internal sealed record Scenario(string Name, VideoRequest Request)
{
    public Func<RenderJob, RenderError?> Worker { get; init; } = _ => null;

    /// <summary>What is seen in the frames of its cuts; null for nothing to speak of.</summary>
    public PictureVerdict? Safety { get; init; }

    /// <summary>What an activity gives instead of its own result, or throws; null for its own code.</summary>
    public Func<string, object?, object?> Instead { get; init; } = (_, _) => null;

    /// <summary>Sets the worker.</summary>
    public void Set(CannedWorker worker)
    {
        worker.Fail = Worker;
        worker.Safety = Safety ?? worker.Safety;
    }

    /// <summary>The catalog of the service, whose calls are written down.</summary>
    public OrchestrationCatalog Catalog(Journal journal)
    {
        var catalog = PipelineServices.Catalog();
        var activities = (Dictionary<string, ActivityEntry>)catalog.Activities;
        foreach (var entry in activities.Values.ToList())
        {
            activities[entry.Name] = entry with
            {
                Run = (services, input, cancellation) =>
                {
                    journal.Run(entry.Name, input);
                    return (Unsigned(entry.Name, input) ?? Instead(entry.Name, input)) is { } output
                        ? Task.FromResult<object?>(output)
                        : entry.Run(services, input, cancellation);
                },
            };
        }

        var orchestrations = (Dictionary<string, OrchestrationEntry>)catalog.Orchestrations;
        foreach (var entry in orchestrations.Values.ToList())
        {
            orchestrations[entry.Name] = entry with
            {
                Codes =
                [
                    .. entry.Codes.Select(code => code with
                    {
                        Run = (context, input) => code.Run(new JournalContext(context, journal.Begin(context.InstanceId)), input),
                    }),
                ],
            };
        }

        return catalog;
    }

    /// <summary>A signature differs each time it is made, so here none is.</summary>
    private static StampedFiles? Unsigned(string activity, object? input) =>
        activity == StampProvenance.Definition.Name && input is Step<StampOrder> { Order.Video: var cut }
            ? new StampedFiles(cut, cut)
            : null;

    public override string ToString() => Name;
}
