using Microsoft.EntityFrameworkCore;
using SoraFunctions.Api.Errors;
using SoraFunctions.Api.Videos;
using SoraFunctions.Pipeline.Campaigns;
using SoraFunctions.Pipeline.Campaigns.Costs;
using SoraFunctions.Pipeline.Campaigns.Runs;
using SoraFunctions.Pipeline.Data;
using SoraFunctions.Pipeline.Sales.Wire;

namespace SoraFunctions.Api.Campaigns;

/// <summary>The campaigns of a tenant, their runs and cells: looked up and listed. A foreign id is an unknown id.</summary>
internal sealed class CampaignShelf(SoraDatabase database, CampaignDesk desk)
{
    public async Task<CampaignRow> Get(string tenant, string id, CancellationToken cancellation) =>
        await desk.Find(tenant, id, cancellation) ?? throw Refusals.NotFound("campaign_id", $"There is no campaign '{id}'.", "campaign_not_found");

    public async Task<CampaignRunRow> Run(string tenant, string id, string run, CancellationToken cancellation) =>
        await desk.Run(await Get(tenant, id, cancellation), run, cancellation)
        ?? throw Refusals.NotFound("run_id", $"There is no run '{run}' of the campaign '{id}'.", "campaign_run_not_found");

    public async Task<IReadOnlyList<CampaignRow>> List(string tenant, ListQuery query, CancellationToken cancellation)
    {
        var rows = database.Campaigns.AsNoTracking().Where(row => row.TenantId == tenant);
        rows = query.After is { } after
            ? rows.Where(row => query.Ascending ? string.Compare(row.Id, after) > 0 : string.Compare(row.Id, after) < 0)
            : rows;
        return await (query.Ascending ? rows.OrderBy(row => row.Id) : rows.OrderByDescending(row => row.Id)).Take(query.Limit + 1).ToListAsync(cancellation);
    }

    public async Task<IReadOnlyList<CampaignRunRow>> Runs(CampaignRow campaign, ListQuery query, CancellationToken cancellation)
    {
        var rows = database.CampaignRuns.AsNoTracking().Where(row => row.CampaignId == campaign.Id);
        rows = query.After is { } after
            ? rows.Where(row => query.Ascending ? string.Compare(row.Id, after) > 0 : string.Compare(row.Id, after) < 0)
            : rows;
        return await (query.Ascending ? rows.OrderBy(row => row.Id) : rows.OrderByDescending(row => row.Id)).Take(query.Limit + 1).ToListAsync(cancellation);
    }

    public async Task<CellListObject> Cells(CampaignRunRow run, int after, int limit, string? status, CancellationToken cancellation)
    {
        var rows = database.CampaignCells.AsNoTracking().Where(cell => cell.RunId == run.Id && cell.Number > after);
        if (status is not null)
        {
            var state = EnumWord.Read<CellState>("status", status);
            rows = rows.Where(cell => cell.State == state);
        }

        var found = await rows.OrderBy(cell => cell.Number).Take(limit + 1).ToListAsync(cancellation);
        var data = found.Take(limit).Select(CellObject.Of).ToList();
        return new CellListObject("list", data, data.Count > 0 ? data[^1].Number : null, found.Count > limit);
    }

    public async Task<RunObject> Shown(CampaignRunRow run, CancellationToken cancellation)
    {
        var states = await database.CampaignCells.Where(cell => cell.RunId == run.Id).GroupBy(cell => cell.State)
            .Select(group => new
            {
                group.Key,
                Count = group.Count(),
                MicroDollars = group.Sum(cell => cell.PaidMicroDollars),
                GpuMilliseconds = group.Sum(cell => cell.PaidGpuMilliseconds),
            })
            .ToListAsync(cancellation);
        return RunObject.Of(
            run,
            states.OrderBy(state => state.Key).ToDictionary(state => EnumWord.Of(state.Key), state => state.Count),
            SpendingObject.Of(new Spending(states.Sum(state => state.MicroDollars), states.Sum(state => state.GpuMilliseconds))));
    }
}
