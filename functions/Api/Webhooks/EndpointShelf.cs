using Microsoft.EntityFrameworkCore;
using SoraFunctions.Api.Errors;
using SoraFunctions.Api.Videos;
using SoraFunctions.Pipeline.Data;
using SoraFunctions.Pipeline.Outbound;
using SoraFunctions.Pipeline.Webhooks;

namespace SoraFunctions.Api.Webhooks;

/// <summary>The webhook endpoints of a tenant.</summary>
internal sealed class EndpointShelf(SoraDatabase database, OutboundHttp http, TimeProvider time)
{
    private static readonly TimeSpan _oldSecretLife = TimeSpan.FromHours(24);

    public async Task<WebhookEndpointRow> Get(string tenant, string id, CancellationToken cancellation) =>
        await database.WebhookEndpoints.SingleOrDefaultAsync(row => row.Id == id && row.TenantId == tenant, cancellation)
        ?? throw Refusals.NotFound("webhook_endpoint_id", $"There is no webhook endpoint '{id}'.", "webhook_endpoint_not_found");

    public async Task<IReadOnlyList<WebhookEndpointRow>> List(string tenant, ListQuery query, CancellationToken cancellation)
    {
        var rows = database.WebhookEndpoints.AsNoTracking().Where(row => row.TenantId == tenant);
        rows = query.After is { } after
            ? rows.Where(row => query.Ascending ? string.Compare(row.Id, after) > 0 : string.Compare(row.Id, after) < 0)
            : rows;
        rows = query.Ascending ? rows.OrderBy(row => row.Id) : rows.OrderByDescending(row => row.Id);
        return await rows.Take(query.Limit + 1).ToListAsync(cancellation);
    }

    /// <summary>Makes an endpoint; asking again with the same id gives the first.</summary>
    public async Task<WebhookEndpointRow> Create(string tenant, string id, EndpointCreate wanted, CancellationToken cancellation)
    {
        CheckUrl(wanted.Url);
        CheckName(wanted.Name);
        if (await database.WebhookEndpoints.FindAsync([id], cancellation) is { } known)
        {
            return known;
        }

        var row = new WebhookEndpointRow
        {
            Id = id,
            TenantId = tenant,
            Url = wanted.Url,
            Name = wanted.Name ?? "",
            Events = EventsOf(wanted.EventTypes),
            Secret = WebhookSecret.New(),
            CreatedAt = time.GetUtcNow(),
        };
        database.WebhookEndpoints.Add(row);
        await database.SaveChangesAsync(cancellation);
        return row;
    }

    /// <summary>Changes what is given; a new address enables an endpoint that was disabled.</summary>
    public async Task<WebhookEndpointRow> Update(string tenant, string id, EndpointUpdate wanted, CancellationToken cancellation)
    {
        var row = await Get(tenant, id, cancellation);
        if (wanted.Url is { } url)
        {
            CheckUrl(url);
            row.Url = url;
            row.DisabledAt = null;
        }

        CheckName(wanted.Name);
        row.Name = wanted.Name ?? row.Name;
        row.Events = wanted.EventTypes is { } types ? EventsOf(types) : row.Events;
        await database.SaveChangesAsync(cancellation);
        return row;
    }

    public async Task<WebhookEndpointRow> Rotate(string tenant, string id, bool keepOld, CancellationToken cancellation)
    {
        var row = await Get(tenant, id, cancellation);
        row.OldSecret = keepOld ? row.Secret : null;
        row.OldSecretExpiresAt = keepOld ? time.GetUtcNow() + _oldSecretLife : null;
        row.Secret = WebhookSecret.New();
        await database.SaveChangesAsync(cancellation);
        return row;
    }

    public async Task Remove(string tenant, string id, CancellationToken cancellation)
    {
        database.WebhookEndpoints.Remove(await Get(tenant, id, cancellation));
        await database.SaveChangesAsync(cancellation);
    }

    public static void CheckEvent(string field, string type)
    {
        if (!WebhookEvents.All.Contains(type))
        {
            throw Refusals.Invalid(field, $"{field} must be one of: {string.Join(", ", WebhookEvents.All)}.");
        }
    }

    private static string EventsOf(IReadOnlyList<string> types)
    {
        foreach (var (index, type) in types.Index())
        {
            CheckEvent($"event_types[{index}]", type);
        }

        return types.Count > 0
            ? string.Join(' ', types.Distinct())
            : throw Refusals.Invalid("event_types", $"event_types must name at least one of: {string.Join(", ", WebhookEvents.All)}.");
    }

    private void CheckUrl(string url)
    {
        if (url.Length > 2048 || !http.IsCallable(url, out _))
        {
            throw Refusals.Invalid("url", "url must be an absolute http or https address on the public internet, of at most 2,048 characters.");
        }

        if (!WebhookPorts.Allow(new Uri(url), http.Options.AllowLocalNetwork))
        {
            throw Refusals.Invalid("url", $"url must have one of the ports {string.Join(", ", WebhookPorts.Allowed)}.");
        }
    }

    private static void CheckName(string? name)
    {
        if (name is { Length: > 120 })
        {
            throw Refusals.Invalid("name", "name must have at most 120 characters.");
        }
    }
}
