using Microsoft.Azure.Functions.Worker;
using Microsoft.DurableTask;
using SoraFunctions.Pipeline.Campaigns.Deliveries;
using SoraFunctions.Pipeline.Campaigns.Runs;
using SoraFunctions.Pipeline.Orchestration;
using SoraFunctions.Pipeline.Shops.Publishing;
using SoraFunctions.Pipeline.Shows;

namespace SoraFunctions.Azure.Orchestrators;

/// <summary>The orchestrations of campaigns and shows.</summary>
/// <param name="door">Runs them.</param>
public sealed class CampaignOrchestrators(OrchestratorDoor door)
{
    /// <summary>A run of a campaign.</summary>
    [Function("Campaign")]
    public Task<Nothing> Campaign([OrchestrationTrigger] TaskOrchestrationContext context, RunOrder input) =>
        door.Run(CampaignOrchestration.Definition, context, input);

    /// <summary>Puts the video of a cell onto its product's page.</summary>
    [Function("CampaignPublication")]
    public Task<Nothing> CampaignPublication([OrchestrationTrigger] TaskOrchestrationContext context, Publication input) =>
        door.Run(PublicationOrchestration.Definition, context, input);

    /// <summary>A video that its audience changes.</summary>
    [Function("Show")]
    public Task<Nothing> Show([OrchestrationTrigger] TaskOrchestrationContext context, ShowOrder input) =>
        door.Run(ShowOrchestration.Definition, context, input);
}
