using Microsoft.Extensions.DependencyInjection;

namespace SoraFunctions.Pipeline.Orchestration;

/// <summary>All orchestrations and activities of the service: what both hosts offer, by name.</summary>
/// <param name="version">
/// Version of the orchestrations' code as a whole, 1 or more. It rises whenever one of them calls something else, or in another order,
/// than before; instances in flight end under the code that they began with.
/// </param>
public sealed class OrchestrationCatalog(int version = 1)
{
    private readonly Dictionary<string, ActivityEntry> _activities = [];
    private readonly Dictionary<string, OrchestrationEntry> _orchestrations = [];

    /// <summary>Version of the orchestrations' code; new instances begin under it.</summary>
    public int Version { get; } = version;

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

    /// <summary>Adds an orchestration, or an older code of one that has been added.</summary>
    /// <param name="orchestration">Its name and types.</param>
    /// <param name="code">Its code: replayed, so without side effects of its own.</param>
    /// <param name="since">First version of the catalog that has this code; at most <see cref="Version"/>.</param>
    public OrchestrationCatalog Add<TInput, TOutput>(
        Orchestration<TInput, TOutput> orchestration, Func<IOrchestrationContext, TInput, Task<TOutput>> code, int since = 1)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(since, 1);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(since, Version);
        IReadOnlyList<OrchestrationCode> known = _orchestrations.TryGetValue(orchestration.Name, out var entry) ? entry.Codes : [];
        if (known.Any(one => one.Since == since))
        {
            throw new ArgumentException($"The orchestration '{orchestration.Name}' has a code since version {since} already.", nameof(since));
        }

        var added = new OrchestrationCode(since, async (context, input) => await code(context, (TInput)input!));
        _orchestrations[orchestration.Name] = new OrchestrationEntry(
            orchestration.Name,
            typeof(TInput),
            typeof(TOutput),
            [.. known.Append(added).OrderByDescending(one => one.Since)]);
        return this;
    }

    /// <summary>The same catalog with something around the code of every activity, such as a meter.</summary>
    /// <param name="around">Gives the entry that takes the place of another.</param>
    public OrchestrationCatalog Around(Func<ActivityEntry, ActivityEntry> around)
    {
        var copy = new OrchestrationCatalog(Version);
        foreach (var (name, entry) in _activities)
        {
            copy._activities.Add(name, around(entry));
        }

        foreach (var (name, entry) in _orchestrations)
        {
            copy._orchestrations.Add(name, entry);
        }

        return copy;
    }
}
