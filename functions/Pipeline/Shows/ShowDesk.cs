using Microsoft.EntityFrameworkCore;
using SoraFunctions.Pipeline.Data;
using SoraFunctions.Pipeline.Orchestration;
using SoraFunctions.Pipeline.Requests;
using SoraFunctions.Pipeline.Requests.Reading;
using SoraFunctions.Pipeline.Shows.Wire;

namespace SoraFunctions.Pipeline.Shows;

/// <summary>Begins and ends shows.</summary>
/// <param name="database">Where they are.</param>
/// <param name="cuts">Knows videos.</param>
/// <param name="orchestrations">What looks after them.</param>
/// <param name="time">The clock.</param>
public sealed class ShowDesk(SoraDatabase database, ShowCuts cuts, IOrchestrationClient orchestrations, TimeProvider time)
{
    private const int LongestCadence = 10_080;

    /// <summary>Begins a show; asking again with the same id gives the first.</summary>
    /// <param name="tenant">Whose.</param>
    /// <param name="id">Its id.</param>
    /// <param name="wish">What it is.</param>
    /// <param name="cancellation">Stops waiting.</param>
    /// <exception cref="RequestException">It can't be taken as it is.</exception>
    public async Task<ShowRow> Create(string tenant, string id, ShowWish wish, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(wish);
        var row = await Find(tenant, id, cancellation);
        if (row is null)
        {
            var now = time.GetUtcNow();
            await Check(tenant, wish, now, cancellation);
            var cadence = wish.CadenceMinutes ?? 60;
            row = new ShowRow
            {
                Id = id,
                TenantId = tenant,
                FirstVideoId = wish.VideoId,
                VideoId = wish.VideoId,
                CadenceMinutes = cadence,
                MinimumVotes = wish.MinimumVotes ?? 3,
                MostCuts = wish.MostCuts ?? 24,
                CreatedAt = now,
                NextCutAt = now.AddMinutes(cadence),
                EndsAt = wish.EndsAt,
            };
            database.Shows.Add(row);
            await database.SaveChangesAsync(cancellation);
        }

        await orchestrations.Start(ShowOrchestration.Definition, id, new ShowOrder(tenant, id), cancellation);
        return row;
    }

    /// <summary>Ends a show: what is being made is made, and no further cut is.</summary>
    /// <param name="show">Which.</param>
    /// <param name="cancellation">Stops waiting.</param>
    public async Task End(ShowRow show, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(show);
        show.EndedAt ??= time.GetUtcNow();
        await database.SaveChangesAsync(cancellation);
        await orchestrations.Cancel(show.Id, "The show was ended.", cancellation);
    }

    /// <summary>Sees to it that every show that runs has an orchestration.</summary>
    /// <param name="cancellation">Stops after the present step.</param>
    public async Task Reconcile(CancellationToken cancellation)
    {
        foreach (var show in await database.Shows.AsNoTracking().Where(row => row.EndedAt == null)
            .Select(row => new { row.Id, row.TenantId }).ToListAsync(cancellation))
        {
            if (await orchestrations.Find(show.Id, cancellation) is { State: not (InstanceState.Running or InstanceState.Suspended) })
            {
                await orchestrations.Purge(show.Id, cancellation);
            }

            await orchestrations.Start(ShowOrchestration.Definition, show.Id, new ShowOrder(show.TenantId, show.Id), cancellation);
        }
    }

    /// <summary>A show; null when the tenant has none of that id.</summary>
    /// <param name="tenant">Whose.</param>
    /// <param name="id">Its id.</param>
    /// <param name="cancellation">Stops waiting.</param>
    public Task<ShowRow?> Find(string tenant, string id, CancellationToken cancellation) =>
        database.Shows.SingleOrDefaultAsync(row => row.Id == id && row.TenantId == tenant, cancellation);

    private async Task Check(string tenant, ShowWish wish, DateTimeOffset now, CancellationToken cancellation)
    {
        var faults = new RequestFaults();
        Between("cadence_minutes", wish.CadenceMinutes, LongestCadence, faults);
        Between("minimum_votes", wish.MinimumVotes, 1_000_000, faults);
        Between("most_cuts", wish.MostCuts, 100, faults);
        if (wish.EndsAt <= now)
        {
            faults.Add("ends_at", "ends_at must be a time to come.");
        }

        if (await cuts.Storyboard(tenant, wish.VideoId, cancellation) is null)
        {
            faults.Add("video_id", $"There is no completed video '{wish.VideoId}'.");
        }

        faults.ThrowIfAny();
    }

    private static void Between(string field, int? value, int most, RequestFaults faults)
    {
        if (value < 1 || value > most)
        {
            faults.Add(field, FormattableString.Invariant($"{field} must be a whole number from 1 to {most}."));
        }
    }
}
