using System.Text.Json;
using SoraFunctions.Pipeline.Campaigns.Wire;
using SoraFunctions.Pipeline.Data;
using SoraFunctions.Pipeline.Requests.Wire;

namespace SoraFunctions.Api.Campaigns;

/// <summary>A campaign on the wire.</summary>
internal sealed record CampaignObject(
    string Id, string Object, string Name, string Status, long CreatedAt, long ChangedAt, long? NextRunAt, string? Winner, JsonElement Campaign)
{
    public static CampaignObject Of(CampaignRow row, CampaignWish wish, DateTimeOffset now) => new(
        row.Id, "campaign", row.Name,
        row.PausedAt is not null ? "paused" : wish.EndsAt <= now ? "ended" : "active",
        row.CreatedAt.ToUnixTimeSeconds(), row.ChangedAt.ToUnixTimeSeconds(),
        row.PausedAt is null ? row.NextDueAt?.ToUnixTimeSeconds() : null,
        row.Winner,
        JsonSerializer.SerializeToElement(wish, WireJson.Options));
}
