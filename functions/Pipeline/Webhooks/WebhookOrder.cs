namespace SoraFunctions.Pipeline.Webhooks;

/// <summary>What the webhook orchestration is started with.</summary>
/// <param name="DeliveryId"><c>evt_…</c>: a <see cref="Data.WebhookDeliveryRow"/>; also a good instance id.</param>
public sealed record WebhookOrder(string DeliveryId);
