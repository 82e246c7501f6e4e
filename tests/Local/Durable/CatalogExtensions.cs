using SoraFunctions.Pipeline.Orchestration;

namespace SoraFunctions.Local.Tests.Durable;

/// <summary>Activities as lambdas.</summary>
internal static class CatalogExtensions
{
    /// <summary>A catalog with one more activity; the port takes classes only, so the entry is added beside it.</summary>
    public static OrchestrationCatalog Add<TInput, TOutput>(
        this OrchestrationCatalog catalog, Activity<TInput, TOutput> activity, Func<TInput, CancellationToken, Task<TOutput>> code)
    {
        ((Dictionary<string, ActivityEntry>)catalog.Activities).Add(activity.Name, new ActivityEntry(
            activity.Name,
            typeof(TInput),
            typeof(TOutput),
            async (_, input, cancellation) => await code((TInput)input!, cancellation)));
        return catalog;
    }

    public static OrchestrationCatalog Add<TInput, TOutput>(
        this OrchestrationCatalog catalog, Activity<TInput, TOutput> activity, Func<TInput, TOutput> code) =>
        catalog.Add(activity, (input, _) => Task.FromResult(code(input)));
}
