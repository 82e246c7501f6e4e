using Microsoft.Extensions.DependencyInjection;

namespace SoraFunctions.Pipeline.Orchestration;

/// <summary>All orchestrations and activities of the service: what both hosts offer, by name.</summary>
public sealed class OrchestrationCatalog
{
    private readonly Dictionary<string, ActivityEntry> _activities = [];
    private readonly Dictionary<string, OrchestrationEntry> _orchestrations = [];

    /// <summary>The activities by name.</summary>
    public IReadOnlyDictionary<string, ActivityEntry> Activities => _activities;

    /// <summary>The orchestrations by name.</summary>
    public IReadOnlyDictionary<string, OrchestrationEntry> Orchestrations => _orchestrations;

    /// <summary>Adds an activity whose code is taken from the services.</summary>
    /// <param name="activity">Its name and types.</param>
    /// <typeparam name="TCode">The class that does the work.</typeparam>
    /// <typeparam name="TInput">A small message.</typeparam>
    /// <typeparam name="TOutput">A small message.</typeparam>
    public OrchestrationCatalog Add<TCode, TInput, TOutput>(Activity<TInput, TOutput> activity)
        where TCode : IActivity<TInput, TOutput>
    {
        _activities.Add(activity.Name, new ActivityEntry(
            activity.Name,
            typeof(TInput),
            typeof(TOutput),
            async (services, input, cancellation) =>
                await services.GetRequiredService<TCode>().Run((TInput)input!, cancellation)));
        return this;
    }

    /// <summary>Adds an orchestration.</summary>
    /// <param name="orchestration">Its name and types.</param>
    /// <param name="code">Its code: replayed, so without side effects of its own.</param>
    public OrchestrationCatalog Add<TInput, TOutput>(
        Orchestration<TInput, TOutput> orchestration, Func<IOrchestrationContext, TInput, Task<TOutput>> code)
    {
        _orchestrations.Add(orchestration.Name, new OrchestrationEntry(
            orchestration.Name,
            typeof(TInput),
            typeof(TOutput),
            async (context, input) => await code(context, (TInput)input!)));
        return this;
    }
}
