using Microsoft.EntityFrameworkCore;
using SoraFunctions.Pipeline.Data;
using SoraFunctions.Pipeline.Orchestration;

namespace SoraFunctions.Pipeline.Webhooks;

/// <summary>Tells an event once more, for another three days, under the <c>webhook-id</c> that it had.</summary>
/// <param name="database">Where it is.</param>
/// <param name="orchestrations">What tells it.</param>
/// <param name="time">The clock.</param>
public sealed class WebhookReplay(SoraDatabase database, IOrchestrationClient orchestrations, TimeProvider time)
{
    /// <summary>Begins it. Asked again within a second it is the same replay.</summary>
    /// <param name="row">The event, as it is tracked.</param>
    /// <param name="cancellation">Stops waiting.</param>
    public async Task Begin(WebhookDeliveryRow row, CancellationToken cancellation)
    {
        row.DeliveredAt = null;
        row.ReplayedAt = time.GetUtcNow();
        await database.SaveChangesAsync(cancellation);
        await orchestrations.Start(
            WebhookOrchestration.Definition, $"{row.Id}.{row.ReplayedAt.Value.ToUnixTimeSeconds()}", new WebhookOrder(row.Id), cancellation);
    }
}
