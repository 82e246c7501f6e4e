namespace SoraFunctions.Pipeline.Webhooks;

/// <summary>Tell an endpoint once.</summary>
/// <param name="DeliveryId">A <see cref="Data.WebhookDeliveryRow"/>.</param>
/// <param name="Number">Which attempt, from 1.</param>
public sealed record WebhookAttempt(string DeliveryId, int Number);
