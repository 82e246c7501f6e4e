using Microsoft.EntityFrameworkCore;
using SoraFunctions.Pipeline.Data;
using SoraFunctions.Pipeline.Orchestration;

namespace SoraFunctions.Pipeline.Webhooks;

/// <summary>
/// Tells an endpoint once and writes down how it answered. Told twice after a crash between the two: the <c>webhook-id</c> stays the same, so
/// that the receiver can tell. An endpoint that answers 410 (Gone) is disabled.
/// </summary>
/// <param name="database">Where the event and the endpoint are.</param>
/// <param name="sender">What sends.</param>
/// <param name="time">The clock.</param>
public sealed class WebhookAttemptActivity(SoraDatabase database, WebhookSender sender, TimeProvider time)
    : IActivity<WebhookAttempt, WebhookOutcome>
{
    private const int Gone = 410;

    /// <inheritdoc/>
    public async Task<WebhookOutcome> Run(WebhookAttempt input, CancellationToken cancellation)
    {
        var delivery = await database.WebhookDeliveries.SingleOrDefaultAsync(row => row.Id == input.DeliveryId, cancellation);
        if (delivery is null || delivery.DeliveredAt is not null)
        {
            return new WebhookOutcome(delivery is not null, true, delivery?.LastStatus ?? 0);
        }

        var endpoint = await database.WebhookEndpoints.SingleOrDefaultAsync(row => row.Id == delivery.EndpointId, cancellation);
        if (endpoint is null || endpoint.DisabledAt is not null)
        {
            return new WebhookOutcome(false, true, 0);
        }

        var status = await sender.Send(endpoint, delivery.Id, delivery.Payload, cancellation);
        var heard = status is >= 200 and <= 299;
        delivery.Attempts = Math.Max(delivery.Attempts, input.Number);
        delivery.LastStatus = status;
        delivery.DeliveredAt = heard ? time.GetUtcNow() : null;
        endpoint.DisabledAt = status == Gone ? time.GetUtcNow() : null;
        await database.SaveChangesAsync(cancellation);
        return new WebhookOutcome(heard, heard || status == Gone, status);
    }
}
