using Microsoft.EntityFrameworkCore;
using SoraFunctions.Api.Errors;
using SoraFunctions.Api.Videos;
using SoraFunctions.Pipeline.Data;
using SoraFunctions.Pipeline.Webhooks;

namespace SoraFunctions.Api.Webhooks;

/// <summary>The events of an endpoint.</summary>
internal sealed class DeliveryShelf(SoraDatabase database, EndpointShelf endpoints, TimeProvider time)
{
    /// <summary>Events, the newest first, those of one state alone where one is named.</summary>
    public async Task<IReadOnlyList<DeliveryObject>> List(
        string tenant, string endpointId, WebhookState? state, ListQuery query, CancellationToken cancellation)
    {
        var endpoint = await endpoints.Get(tenant, endpointId, cancellation);
        var now = time.GetUtcNow();
        var begin = now - WebhookSchedule.Longest;
        var disabled = endpoint.DisabledAt is not null;
        var rows = database.WebhookDeliveries.AsNoTracking().Where(row => row.EndpointId == endpointId && row.TenantId == tenant);
        rows = state switch
        {
            WebhookState.Delivered => rows.Where(row => row.DeliveredAt != null),
            WebhookState.Dead => rows.Where(row => row.DeliveredAt == null && (disabled || (row.ReplayedAt ?? row.CreatedAt) < begin)),
            WebhookState.Pending => rows.Where(row => row.DeliveredAt == null && !disabled && (row.ReplayedAt ?? row.CreatedAt) >= begin),
            _ => rows,
        };
        if (query.After is { } after)
        {
            var last = await database.WebhookDeliveries.AsNoTracking().FirstOrDefaultAsync(row => row.Id == after && row.EndpointId == endpointId, cancellation)
                ?? throw Refusals.Invalid("after", "after must be the id of an item of the list.");
            rows = query.Ascending
                ? rows.Where(row => row.CreatedAt > last.CreatedAt || row.CreatedAt == last.CreatedAt && string.Compare(row.Id, after) > 0)
                : rows.Where(row => row.CreatedAt < last.CreatedAt || row.CreatedAt == last.CreatedAt && string.Compare(row.Id, after) < 0);
        }

        rows = query.Ascending
            ? rows.OrderBy(row => row.CreatedAt).ThenBy(row => row.Id)
            : rows.OrderByDescending(row => row.CreatedAt).ThenByDescending(row => row.Id);
        return [.. (await rows.Take(query.Limit + 1).ToListAsync(cancellation)).Select(row => DeliveryObject.Of(row, WebhookStates.Of(row, endpoint, now)))];
    }

    /// <summary>An event with its endpoint, to be told again.</summary>
    public async Task<(WebhookDeliveryRow Row, WebhookEndpointRow Endpoint)> Get(string tenant, string endpointId, string id, CancellationToken cancellation)
    {
        var endpoint = await endpoints.Get(tenant, endpointId, cancellation);
        var row = await database.WebhookDeliveries.SingleOrDefaultAsync(one => one.Id == id && one.EndpointId == endpointId && one.TenantId == tenant, cancellation)
            ?? throw Refusals.NotFound("delivery_id", $"There is no delivery '{id}' to this endpoint.", "webhook_delivery_not_found");
        return (row, endpoint);
    }
}
