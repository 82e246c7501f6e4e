using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using SoraFunctions.Pipeline.Data;
using SoraFunctions.Pipeline.Orchestration;
using SoraFunctions.Pipeline.Webhooks;

namespace SoraFunctions.Pipeline.Campaigns.Deliveries;

/// <summary>Tells webhook endpoints what happened to a campaign: each that asks for it, each event once.</summary>
/// <param name="database">Where endpoints are and events go.</param>
/// <param name="orchestrations">What tells.</param>
/// <param name="time">The clock.</param>
public sealed class CampaignNews(SoraDatabase database, IOrchestrationClient orchestrations, TimeProvider time)
{
    private List<WebhookEndpointRow>? _endpoints;

    /// <summary>Tells. Asking again tells nothing twice.</summary>
    /// <param name="run">Of which run.</param>
    /// <param name="type">One of <see cref="WebhookEvents"/>.</param>
    /// <param name="cell">Of which cell; null for the run as a whole.</param>
    /// <param name="cancellation">Stops waiting.</param>
    public async Task Tell(CampaignRunRow run, string type, CampaignCellRow? cell, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(run);
        _endpoints ??= await database.WebhookEndpoints.AsNoTracking()
            .Where(row => row.TenantId == run.TenantId && row.DisabledAt == null).OrderBy(row => row.Id).ToListAsync(cancellation);
        foreach (var endpoint in _endpoints.Where(one => one.TenantId == run.TenantId && one.Events.Split(' ').Contains(type)))
        {
            var origin = Encoding.UTF8.GetBytes(FormattableString.Invariant($"{run.Id}\n{cell?.Number ?? -1}\n{endpoint.Id}\n{type}"));
            var id = $"evt_{Convert.ToHexStringLower(SHA256.HashData(origin))[..32]}";
            if (await database.WebhookDeliveries.FindAsync([id], cancellation) is null)
            {
                var now = time.GetUtcNow();
                database.WebhookDeliveries.Add(new WebhookDeliveryRow
                {
                    Id = id,
                    TenantId = run.TenantId,
                    EndpointId = endpoint.Id,
                    Type = type,
                    Payload = Payload(id, type, now, run, cell),
                    CreatedAt = now,
                });
                await database.SaveChangesAsync(cancellation);
            }

            await orchestrations.Start(WebhookOrchestration.Definition, id, new WebhookOrder(id), cancellation);
        }
    }

    /// <summary>The body: like that of a video's event, with what tells which run and cell.</summary>
    private static string Payload(string id, string type, DateTimeOffset at, CampaignRunRow run, CampaignCellRow? cell)
    {
        using var content = new MemoryStream();
        using (var writer = new Utf8JsonWriter(content))
        {
            writer.WriteStartObject();
            writer.WriteString("id"u8, id);
            writer.WriteString("object"u8, "event");
            writer.WriteNumber("created_at"u8, at.ToUnixTimeSeconds());
            writer.WriteString("type"u8, type);
            writer.WriteStartObject("data"u8);
            writer.WriteString("id"u8, cell?.VideoId ?? run.Id);
            writer.WriteString("campaign_id"u8, run.CampaignId);
            writer.WriteString("run_id"u8, run.Id);
            if (cell is not null)
            {
                writer.WriteNumber("cell"u8, cell.Number);
                writer.WriteString("name"u8, cell.Name);
            }

            writer.WriteEndObject();
            writer.WriteEndObject();
        }

        return Encoding.UTF8.GetString(content.GetBuffer(), 0, (int)content.Length);
    }
}
