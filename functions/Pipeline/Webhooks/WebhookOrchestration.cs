using SoraFunctions.Pipeline.Orchestration;
using SoraFunctions.Pipeline.Videos.Stages;

namespace SoraFunctions.Pipeline.Webhooks;

/// <summary>Tells one event to one endpoint, again and again for up to three days, until it is heard.</summary>
public static class WebhookOrchestration
{
    /// <summary>Its name and types.</summary>
    public static Orchestration<WebhookOrder, WebhookOutcome> Definition { get; } = new("Webhook");

    /// <summary>The activity that it calls.</summary>
    public static Activity<WebhookAttempt, WebhookOutcome> Attempt { get; } = new("WebhookAttempt", 1);

    /// <summary>Runs one for each delivery, side by side.</summary>
    /// <param name="context">Of the orchestration that has something to tell.</param>
    /// <param name="announcements">What is due.</param>
    public static Task Tell(IOrchestrationContext context, Announcements announcements) => Task.WhenAll(announcements.Deliveries.Select(
        delivery => context.CallSub(Definition, delivery, new WebhookOrder(delivery))));

    /// <summary>Its code.</summary>
    /// <param name="context">What it may touch.</param>
    /// <param name="order">Which event.</param>
    public static async Task<WebhookOutcome> Run(IOrchestrationContext context, WebhookOrder order)
    {
        var first = context.Now;
        for (var attempt = 1; ; attempt++)
        {
            var outcome = await context.Call(Attempt, new WebhookAttempt(order.DeliveryId, attempt), RetryPolicy.Standard);
            if (outcome.Final || WebhookSchedule.PauseAfter(attempt, context.Now - first) is not { } pause)
            {
                return outcome with { Final = true };
            }

            await context.Delay(pause);
        }
    }
}
