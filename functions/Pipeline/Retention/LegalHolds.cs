using Microsoft.EntityFrameworkCore;
using SoraFunctions.Pipeline.Data;
using SoraFunctions.Pipeline.Tenants;

namespace SoraFunctions.Pipeline.Retention;

/// <summary>What may not be removed: a video, a campaign with all its videos, or everything of a tenant.</summary>
/// <param name="database">Where that is written down.</param>
/// <param name="desk">Holds tenants.</param>
public sealed class LegalHolds(SoraDatabase database, TenantDesk desk)
{
    /// <summary>Holds a video, or lets it go.</summary>
    /// <param name="tenant">Whose.</param>
    /// <param name="videoId">Which.</param>
    /// <param name="reason">Why; null to let go.</param>
    /// <param name="cancellation">Stops waiting.</param>
    public Task<int> Video(string tenant, string videoId, string? reason, CancellationToken cancellation) => database.Videos
        .Where(row => row.Id == videoId && row.TenantId == tenant)
        .ExecuteUpdateAsync(row => row.SetProperty(one => one.HoldReason, reason), cancellation);

    /// <summary>Holds a campaign and its videos, or lets them go.</summary>
    /// <param name="tenant">Whose.</param>
    /// <param name="campaignId">Which.</param>
    /// <param name="reason">Why; null to let go.</param>
    /// <param name="cancellation">Stops waiting.</param>
    public Task<int> Campaign(string tenant, string campaignId, string? reason, CancellationToken cancellation) => database.Campaigns
        .Where(row => row.Id == campaignId && row.TenantId == tenant)
        .ExecuteUpdateAsync(row => row.SetProperty(one => one.HoldReason, reason), cancellation);

    /// <summary>Why a video may not be removed, in a sentence; null where it may.</summary>
    /// <param name="tenant">Whose.</param>
    /// <param name="videoId">Which.</param>
    /// <param name="cancellation">Stops waiting.</param>
    public async Task<string?> OfVideo(string tenant, string videoId, CancellationToken cancellation)
    {
        if (await OfTenant(tenant, cancellation) is { } all)
        {
            return all;
        }

        var reason = await database.Videos.Where(row => row.Id == videoId && row.TenantId == tenant).Select(row => row.HoldReason).FirstOrDefaultAsync(cancellation);
        if (reason is not null)
        {
            return $"The video {videoId} is held: {reason}. DELETE /v1/videos/{videoId}/hold lets it go.";
        }

        var campaign = await database.Campaigns
            .Where(row => row.TenantId == tenant && row.HoldReason != null && database.CampaignCells.Any(cell => cell.CampaignId == row.Id && cell.VideoId == videoId))
            .Select(row => new { row.Id, row.HoldReason }).FirstOrDefaultAsync(cancellation);
        return campaign is null ? null : Told(campaign.Id, campaign.HoldReason!);
    }

    /// <summary>Why a campaign may not be removed, in a sentence; null where it may.</summary>
    /// <param name="tenant">Whose.</param>
    /// <param name="campaignId">Which.</param>
    /// <param name="cancellation">Stops waiting.</param>
    public async Task<string?> OfCampaign(string tenant, string campaignId, CancellationToken cancellation) =>
        await OfTenant(tenant, cancellation)
        ?? (await database.Campaigns.Where(row => row.Id == campaignId && row.TenantId == tenant).Select(row => row.HoldReason).FirstOrDefaultAsync(cancellation) is { } reason
            ? Told(campaignId, reason)
            : null);

    /// <summary>Why not everything of a tenant may be removed, in a sentence; null where it may.</summary>
    /// <param name="tenant">Whose.</param>
    /// <param name="cancellation">Stops waiting.</param>
    public async Task<string?> OfAnything(string tenant, CancellationToken cancellation)
    {
        if (await OfTenant(tenant, cancellation) is { } all)
        {
            return all;
        }

        var video = await database.Videos.Where(row => row.TenantId == tenant && row.HoldReason != null).Select(row => row.Id).FirstOrDefaultAsync(cancellation);
        var campaign = await database.Campaigns.Where(row => row.TenantId == tenant && row.HoldReason != null).Select(row => row.Id).FirstOrDefaultAsync(cancellation);
        return video is not null ? await OfVideo(tenant, video, cancellation) : campaign is not null ? await OfCampaign(tenant, campaign, cancellation) : null;
    }

    /// <summary>Those that are held neither themselves nor with a campaign; of their tenant nothing is said.</summary>
    /// <param name="videos">Of any tenant.</param>
    public IQueryable<VideoRow> Free(IQueryable<VideoRow> videos) => videos.Where(video => video.HoldReason == null
        && !database.CampaignCells.Any(cell => cell.VideoId == video.Id && database.Campaigns.Any(row => row.Id == cell.CampaignId && row.HoldReason != null)));

    /// <summary>Why nothing of a tenant may be removed, in a sentence; null where all of it is not held together.</summary>
    /// <param name="tenant">Whose.</param>
    /// <param name="cancellation">Stops waiting.</param>
    public async Task<string?> OfTenant(string tenant, CancellationToken cancellation) => (await desk.Row(tenant, cancellation))?.HoldReason is { } reason
        ? $"Everything of this tenant is held, and nothing may be removed: {reason}. DELETE /v1/tenant/hold lets it go."
        : null;

    private static string Told(string campaign, string reason) =>
        $"The campaign {campaign} is held with its videos: {reason}. DELETE /v1/campaigns/{campaign}/hold lets them go.";
}
