using Microsoft.EntityFrameworkCore;
using SoraFunctions.Pipeline.Campaigns.Plans;
using SoraFunctions.Pipeline.Campaigns.Runs;
using SoraFunctions.Pipeline.Campaigns.Schedules;
using SoraFunctions.Pipeline.Campaigns.Wire;
using SoraFunctions.Pipeline.Data;
using SoraFunctions.Pipeline.Engines;
using SoraFunctions.Pipeline.Requests;
using SoraFunctions.Pipeline.Storage;

namespace SoraFunctions.Pipeline.Campaigns;

/// <summary>Makes, changes, holds and removes campaigns.</summary>
/// <param name="database">Where they are.</param>
/// <param name="blobs">Where what they say lies.</param>
/// <param name="engines">Those that may be named.</param>
/// <param name="book">Gives runs up.</param>
/// <param name="time">The clock.</param>
public sealed class CampaignDesk(SoraDatabase database, IBlobStore blobs, EngineDirectory engines, RunBook book, TimeProvider time)
{
    /// <summary>Makes a campaign; asking again with the same id gives the first.</summary>
    /// <param name="tenant">Whose.</param>
    /// <param name="id">Its id.</param>
    /// <param name="wish">What it says.</param>
    /// <param name="cancellation">Stops waiting.</param>
    /// <exception cref="RequestException">It can't be taken as it is.</exception>
    public async Task<CampaignRow> Create(string tenant, string id, CampaignWish wish, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(wish);
        await Check(tenant, wish, cancellation);
        if (await Find(tenant, id, cancellation) is { } known)
        {
            return known;
        }

        CheckTimes(wish);
        var now = time.GetUtcNow();
        var row = new CampaignRow
        {
            Id = id,
            TenantId = tenant,
            Name = wish.Name,
            Document = await new CampaignBlobs(blobs, tenant).Put(wish, cancellation),
            CreatedAt = now,
            ChangedAt = now,
            NextDueAt = DueTimes.Next(wish, now),
        };
        database.Campaigns.Add(row);
        await database.SaveChangesAsync(cancellation);
        return row;
    }

    /// <summary>Says anew what a campaign is. Runs that have begun go on as they began.</summary>
    /// <param name="campaign">Which.</param>
    /// <param name="wish">What it says.</param>
    /// <param name="cancellation">Stops waiting.</param>
    /// <exception cref="RequestException">It can't be taken as it is.</exception>
    public async Task Update(CampaignRow campaign, CampaignWish wish, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(campaign);
        ArgumentNullException.ThrowIfNull(wish);
        await Check(campaign.TenantId, wish, cancellation);
        var now = time.GetUtcNow();
        campaign.Document = await new CampaignBlobs(blobs, campaign.TenantId).Put(wish, cancellation);
        (campaign.Name, campaign.ChangedAt, campaign.NextDueAt, campaign.WarnedAt) = (wish.Name, now, DueTimes.Next(wish, now), null);
        if (CampaignRules.VariantsOf(wish).All(variant => variant.Name != campaign.Winner))
        {
            campaign.Winner = null;
        }

        await database.SaveChangesAsync(cancellation);
    }

    /// <summary>Checks what a campaign says.</summary>
    /// <param name="tenant">Whose.</param>
    /// <param name="wish">What it says.</param>
    /// <param name="cancellation">Stops waiting.</param>
    /// <exception cref="RequestException">It can't be taken as it is.</exception>
    public async Task Check(string tenant, CampaignWish wish, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(wish);
        var named = CampaignEngines.IsOpen(wish) ? wish with { Ad = wish.Ad! with { Engine = null } } : wish;
        CampaignRules.Check(named, await engines.For(tenant, named.Ad?.Engine, cancellation));
    }

    /// <summary>Checks that the schedule of a campaign that is not made yet has a time to come.</summary>
    /// <param name="wish">What it says; keeps to the rules.</param>
    /// <exception cref="RequestException">All its times are over, or none is before its end.</exception>
    public void CheckTimes(CampaignWish wish)
    {
        ArgumentNullException.ThrowIfNull(wish);
        if (wish.Schedule is not null && DueTimes.Next(wish, time.GetUtcNow()) is null)
        {
            throw new RequestException(new RequestError(
                "schedule", "schedule names no time that is still to come, from starts_at to ends_at. Name a later one, or leave schedule out and begin runs with POST /v1/campaigns/{id}/runs."));
        }
    }

    /// <summary>Holds a campaign: no run of it begins. Runs that have begun go on.</summary>
    /// <param name="campaign">Which.</param>
    /// <param name="cancellation">Stops waiting.</param>
    public Task Pause(CampaignRow campaign, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(campaign);
        campaign.PausedAt ??= time.GetUtcNow();
        return database.SaveChangesAsync(cancellation);
    }

    /// <summary>Lets a held campaign go on with the next time at which it is due; what was due in between is not made up for.</summary>
    /// <param name="campaign">Which.</param>
    /// <param name="cancellation">Stops waiting.</param>
    public async Task Resume(CampaignRow campaign, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(campaign);
        if (campaign.PausedAt is not null)
        {
            campaign.PausedAt = null;
            campaign.NextDueAt = DueTimes.Next(await Wish(campaign, cancellation), time.GetUtcNow());
            await database.SaveChangesAsync(cancellation);
        }
    }

    /// <summary>Removes a campaign, its runs and their cells; what is being made for it is given up. Its videos stay.</summary>
    /// <param name="campaign">Which.</param>
    /// <param name="cancellation">Stops waiting.</param>
    /// <returns>False while a run of it is being given up; ask again then.</returns>
    public async Task<bool> Remove(CampaignRow campaign, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(campaign);
        await Pause(campaign, cancellation);
        var open = await database.CampaignRuns.Where(run => run.CampaignId == campaign.Id && run.State <= RunState.Cancelling).ToListAsync(cancellation);
        foreach (var run in open)
        {
            await book.Cancel(run, cancellation);
        }

        if (open.Any(run => run.State <= RunState.Cancelling))
        {
            return false;
        }

        await database.CampaignCells.Where(cell => cell.CampaignId == campaign.Id).ExecuteDeleteAsync(cancellation);
        await database.CampaignRuns.Where(run => run.CampaignId == campaign.Id).ExecuteDeleteAsync(cancellation);
        await database.Campaigns.Where(row => row.Id == campaign.Id).ExecuteDeleteAsync(cancellation);
        return true;
    }

    /// <summary>What a campaign says.</summary>
    /// <param name="campaign">Which.</param>
    /// <param name="cancellation">Stops waiting.</param>
    public Task<CampaignWish> Wish(CampaignRow campaign, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(campaign);
        return new CampaignBlobs(blobs, campaign.TenantId).Wish(campaign.Document, cancellation);
    }

    /// <summary>A campaign; null when the tenant has none of that id.</summary>
    /// <param name="tenant">Whose.</param>
    /// <param name="id">Its id.</param>
    /// <param name="cancellation">Stops waiting.</param>
    public Task<CampaignRow?> Find(string tenant, string id, CancellationToken cancellation) =>
        database.Campaigns.SingleOrDefaultAsync(row => row.Id == id && row.TenantId == tenant, cancellation);

    /// <summary>A run of a campaign; null when there is none of that id.</summary>
    /// <param name="campaign">Which campaign.</param>
    /// <param name="id">Its id.</param>
    /// <param name="cancellation">Stops waiting.</param>
    public Task<CampaignRunRow?> Run(CampaignRow campaign, string id, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(campaign);
        return database.CampaignRuns.SingleOrDefaultAsync(row => row.Id == id && row.CampaignId == campaign.Id, cancellation);
    }
}
