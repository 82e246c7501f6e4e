using SoraFunctions.Pipeline.Data;

namespace SoraFunctions.Pipeline.Webhooks;

/// <summary>Tells what became of events from their rows alone.</summary>
public static class WebhookStates
{
    /// <summary>What became of it.</summary>
    /// <param name="row">The event.</param>
    /// <param name="endpoint">To whom it was to be told; null where that was removed.</param>
    /// <param name="now">The clock.</param>
    public static WebhookState Of(WebhookDeliveryRow row, WebhookEndpointRow? endpoint, DateTimeOffset now) =>
        row.DeliveredAt is not null ? WebhookState.Delivered
        : endpoint is null or { DisabledAt: not null } || now - (row.ReplayedAt ?? row.CreatedAt) > WebhookSchedule.Longest ? WebhookState.Dead
        : WebhookState.Pending;
}
