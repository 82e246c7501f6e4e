using System.Text.Json;
using Microsoft.Extensions.DependencyInjection;
using SoraFunctions.Pipeline.Orchestration;

namespace SoraFunctions.CrashHost;

/// <summary>Something to be done across any number of deaths.</summary>
/// <param name="Json">Knows its messages.</param>
/// <param name="Catalog">Its orchestrations and activities.</param>
/// <param name="Services">What the activities need.</param>
/// <param name="Drive">Called by every process: asks for what has not been asked for yet, and waits for the end.</param>
internal sealed record CrashScenario(
    JsonSerializerOptions Json, OrchestrationCatalog Catalog, IServiceCollection Services, Func<IOrchestrationClient, Task> Drive)
{
    /// <summary>All scenarios by name; each is made from the folder it may write to, its journal and its deaths.</summary>
    public static IReadOnlyDictionary<string, Func<string, Journal, Deaths, CrashScenario>> All { get; } =
        new Dictionary<string, Func<string, Journal, Deaths, CrashScenario>>
        {
            ["durable"] = DurableScenario.Make,
            ["video"] = VideoScenario.Make,
            ["campaign"] = CampaignScenario.Make,
        };
}
