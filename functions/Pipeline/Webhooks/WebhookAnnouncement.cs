using System.Security.Cryptography;
using System.Text;
using Microsoft.EntityFrameworkCore;
using SoraFunctions.Pipeline.Data;

namespace SoraFunctions.Pipeline.Webhooks;

/// <summary>Prepares the telling of what happened to a video, once for each endpoint that wants to hear of it.</summary>
/// <param name="database">Where endpoints are and events go.</param>
/// <param name="time">The clock.</param>
public sealed class WebhookAnnouncement(SoraDatabase database, TimeProvider time)
{
    /// <summary>Stores the events, unless they are stored already, and gives their ids: one <see cref="WebhookOrchestration"/> for each.</summary>
    /// <param name="videoId">To which video it happened.</param>
    /// <param name="type">One of <see cref="WebhookEvents"/>.</param>
    /// <param name="cancellation">Stops waiting.</param>
    /// <returns>None when the video is gone or no one wants to hear.</returns>
    public async Task<IReadOnlyList<string>> Prepare(string videoId, string type, CancellationToken cancellation)
    {
        var video = await database.Videos.AsNoTracking().SingleOrDefaultAsync(row => row.Id == videoId, cancellation);
        if (video is null)
        {
            return [];
        }

        var endpoints = await database.WebhookEndpoints.AsNoTracking()
            .Where(row => row.TenantId == video.TenantId && row.DisabledAt == null)
            .OrderBy(row => row.Id)
            .ToListAsync(cancellation);
        var at = video.CompletedAt ?? time.GetUtcNow();
        var rows = endpoints
            .Where(endpoint => endpoint.Events.Split(' ').Contains(type))
            .Select(endpoint => Event(video, endpoint, type, at))
            .ToList();
        var ids = rows.Select(row => row.Id).ToList();
        var known = await database.WebhookDeliveries
            .Where(row => ids.Contains(row.Id)).Select(row => row.Id).ToListAsync(cancellation);
        database.WebhookDeliveries.AddRange(rows.Where(row => !known.Contains(row.Id)));
        await database.SaveChangesAsync(cancellation);
        return ids;
    }

    private static WebhookDeliveryRow Event(VideoRow video, WebhookEndpointRow endpoint, string type, DateTimeOffset at)
    {
        var origin = Encoding.UTF8.GetBytes($"{video.Id}\n{endpoint.Id}\n{type}");
        var id = $"evt_{Convert.ToHexStringLower(SHA256.HashData(origin))[..32]}";
        return new WebhookDeliveryRow
        {
            Id = id,
            TenantId = video.TenantId,
            EndpointId = endpoint.Id,
            Type = type,
            Payload = WebhookPayload.Of(id, type, at, video.Id),
            CreatedAt = at,
        };
    }
}
