using SoraFunctions.Pipeline.Data;
using SoraFunctions.Pipeline.Webhooks;

namespace SoraFunctions.Api.Webhooks;

/// <summary>An event and what became of it, on the wire.</summary>
internal sealed record DeliveryObject(
    string Id, string Object, string EventType, string Status, int Attempts, int LastStatus, long CreatedAt, long? DeliveredAt, long? ReplayedAt)
{
    public static DeliveryObject Of(WebhookDeliveryRow row, WebhookState state) => new(
        row.Id,
        "webhook_delivery",
        row.Type,
        state.ToString().ToLowerInvariant(),
        row.Attempts,
        row.LastStatus,
        row.CreatedAt.ToUnixTimeSeconds(),
        row.DeliveredAt?.ToUnixTimeSeconds(),
        row.ReplayedAt?.ToUnixTimeSeconds());
}
