using Microsoft.Azure.Functions.Worker;
using SoraFunctions.Pipeline.Webhooks;

namespace SoraFunctions.Azure.Activities;

/// <summary>The activity of a webhook.</summary>
/// <param name="door">Runs it.</param>
public sealed class WebhookActivities(ActivityDoor door)
{
    /// <summary>Tells one event to one endpoint, once.</summary>
    [Function("WebhookAttempt")]
    public Task<WebhookOutcome> WebhookAttempt([ActivityTrigger] WebhookAttempt input, FunctionContext context) =>
        door.Run(WebhookOrchestration.Attempt, input, context);
}
