using Microsoft.Azure.Functions.Worker;
using Microsoft.DurableTask;
using SoraFunctions.Pipeline.Webhooks;

namespace SoraFunctions.Azure.Orchestrators;

/// <summary>The orchestration of a webhook.</summary>
/// <param name="door">Runs it.</param>
public sealed class WebhookOrchestrators(OrchestratorDoor door)
{
    /// <summary>Tells one event to one endpoint until it is heard.</summary>
    [Function("Webhook")]
    public Task<WebhookOutcome> Webhook([OrchestrationTrigger] TaskOrchestrationContext context, WebhookOrder input) =>
        door.Run(WebhookOrchestration.Definition, context, input);
}
