using System.Globalization;
using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using SoraFunctions.Pipeline.Audits;
using SoraFunctions.Pipeline.Data;
using SoraFunctions.Pipeline.Requests;
using SoraFunctions.Pipeline.Rights.Wire;

namespace SoraFunctions.Pipeline.Rights;

/// <summary>
/// The registry of rights-holders. The operator enters anybody; a tenant enters itself, and what it says it owns counts once the operator has
/// confirmed it.
/// </summary>
/// <param name="database">Where the registry is.</param>
/// <param name="audit">Where it is written down who confirmed and removed what.</param>
/// <param name="pictures">Gets the pictures of works.</param>
/// <param name="time">The clock.</param>
public sealed class HolderDesk(SoraDatabase database, AuditLog audit, WorkPictures pictures, TimeProvider time)
{
    /// <summary>Years that records of the audit log are kept.</summary>
    internal const int YearsKept = 5;

    private const int MostOfATenant = 20;

    /// <summary>A holder that is there and the caller's to look after; null for none.</summary>
    /// <param name="caller">Who calls.</param>
    /// <param name="id">Of the holder.</param>
    /// <param name="cancellation">Stops waiting.</param>
    public async Task<RightsHolderRow?> Find(RightsCaller caller, string id, CancellationToken cancellation) =>
        await database.RightsHolders.FirstOrDefaultAsync(row => row.Id == id, cancellation) is { } row && caller.Manages(row) ? row : null;

    /// <summary>The holders that the caller looks after, the newest last; those that were removed are not among them.</summary>
    /// <param name="caller">Who calls.</param>
    /// <param name="cancellation">Stops waiting.</param>
    public async Task<IReadOnlyList<RightsHolderRow>> List(RightsCaller caller, CancellationToken cancellation) =>
        await database.RightsHolders.AsNoTracking()
            .Where(row => row.RemovedAt == null && (caller.IsOperator || row.TenantId == caller.Tenant)).OrderBy(row => row.Id).ToListAsync(cancellation);

    /// <summary>Enters a holder. Asked again with the same id it changes nothing.</summary>
    /// <param name="caller">Who calls.</param>
    /// <param name="wish">What is to be entered.</param>
    /// <param name="next">Gives ids by their prefix.</param>
    /// <param name="cancellation">Stops waiting.</param>
    /// <exception cref="RequestException">It can't be entered so.</exception>
    /// <exception cref="IOException">No worker can look at its pictures now.</exception>
    public async Task<RightsHolderRow> Enter(RightsCaller caller, HolderWish wish, Func<string, string> next, CancellationToken cancellation)
    {
        var id = next("holder");
        if (await Find(caller, id, cancellation) is { } known)
        {
            return known;
        }

        if (wish.Tenant is not null && wish.Tenant != caller.Tenant && !caller.IsOperator)
        {
            throw new RequestException(new RequestError("tenant", "tenant must be left out: only the operator enters holders of other tenants."));
        }

        if (!caller.IsOperator && await database.RightsHolders.CountAsync(row => row.TenantId == caller.Tenant && row.RemovedAt == null, cancellation) >= MostOfATenant)
        {
            throw new RequestException(new RequestError("name", $"There are {MostOfATenant} holders of yours already, which is the most that a tenant has. Delete one first."));
        }

        var row = new RightsHolderRow
        {
            Id = id,
            TenantId = wish.Tenant is { } tenant ? GrantDesk.TenantId(tenant) : caller.IsOperator ? "" : caller.Tenant,
            Name = HolderReading.Name("name", wish.Name),
            Ask = HolderReading.Ask(wish.Ask),
            Works = Written(await pictures.Seen(
                caller.Tenant, HolderReading.Works(wish.Works ?? [], [], caller.IsOperator, () => next("work")), cancellation)),
            Revision = time.GetUtcNow().UtcTicks,
            CreatedAt = time.GetUtcNow(),
        };
        database.RightsHolders.Add(row);
        await database.SaveChangesAsync(cancellation);
        return row;
    }

    /// <summary>Sets a holder to what is wished.</summary>
    /// <param name="caller">Who calls.</param>
    /// <param name="row">The holder.</param>
    /// <param name="wish">What it is to be.</param>
    /// <param name="next">Gives ids by their prefix.</param>
    /// <param name="cancellation">Stops waiting.</param>
    /// <exception cref="RequestException">It can't be so.</exception>
    /// <exception cref="IOException">No worker can look at its pictures now.</exception>
    /// <exception cref="HolderChangedException">Somebody else changed it meanwhile.</exception>
    public async Task Change(RightsCaller caller, RightsHolderRow row, HolderWish wish, Func<string, string> next, CancellationToken cancellation)
    {
        if (wish.Tenant is not null && wish.Tenant != row.TenantId)
        {
            throw new RequestException(new RequestError("tenant", "tenant can't be changed: enter the holder anew for another one."));
        }

        var name = HolderReading.Name("name", wish.Name);
        var known = RightsJson.Works(row.Works);
        var ask = HolderReading.Ask(wish.Ask);
        var works = await pictures.Seen(
            caller.Tenant, HolderReading.Works(wish.Works ?? [], known, caller.IsOperator, () => next("work")), cancellation);

        // Under another name it is another holder, until the operator says that it is not.
        var same = caller.IsOperator || name == row.Name;
        (row.Name, row.Ask) = (name, ask);
        row.Works = Written(same ? works : [.. works.Select(work => work with { Confirmed = false })]);
        await Save(row, cancellation);
    }

    /// <summary>Confirms that all its works are a holder's.</summary>
    /// <param name="caller">Who calls: the operator.</param>
    /// <param name="row">The holder.</param>
    /// <param name="wish">What the operator has seen.</param>
    /// <param name="cancellation">Stops waiting.</param>
    /// <exception cref="HolderChangedException">It is something else by now: nothing that nobody looked at is confirmed.</exception>
    public async Task Confirm(RightsCaller caller, RightsHolderRow row, ConfirmWish wish, CancellationToken cancellation)
    {
        if (wish.Revision != RevisionOf(row))
        {
            throw new HolderChangedException(row.Id);
        }

        var works = RightsJson.Works(row.Works);
        row.Works = Written([.. works.Select(work => work with { Confirmed = true })]);
        await Save(row, cancellation);
        await Note(caller, row, "rights.confirmed", $"{row.Id}/{row.Revision}", $"{row.Name}: {string.Join(", ", works.Select(work => work.Name))}", cancellation);
    }

    /// <summary>Takes a holder out of the registry, and revokes what it granted. What was made stays in its statements.</summary>
    /// <param name="caller">Who calls.</param>
    /// <param name="row">The holder.</param>
    /// <param name="cancellation">Stops waiting.</param>
    public async Task Remove(RightsCaller caller, RightsHolderRow row, CancellationToken cancellation)
    {
        if (row.RemovedAt is not null)
        {
            return;
        }

        var now = time.GetUtcNow();
        await database.Grants.Where(grant => grant.HolderId == row.Id && grant.RevokedAt == null)
            .ExecuteUpdateAsync(grant => grant.SetProperty(one => one.RevokedAt, now), cancellation);
        row.RemovedAt = now;
        await Save(row, cancellation);
        await Note(caller, row, "rights.removed", row.Id, row.Name, cancellation);
    }

    /// <summary>A holder's revision as callers see it: letters, as it is more than a JSON number holds.</summary>
    /// <param name="row">The holder.</param>
    public static string RevisionOf(RightsHolderRow row) => row.Revision.ToString(CultureInfo.InvariantCulture);

    private static string Written(IReadOnlyList<RightsWork> works) => JsonSerializer.Serialize(works, RightsJson.Default.IReadOnlyListRightsWork);

    private async Task Save(RightsHolderRow row, CancellationToken cancellation)
    {
        row.Revision = Math.Max(row.Revision + 1, time.GetUtcNow().UtcTicks);
        try
        {
            await database.SaveChangesAsync(cancellation);
        }
        catch (DbUpdateConcurrencyException)
        {
            throw new HolderChangedException(row.Id);
        }
    }

    /// <summary>In whose audit log it stands what was done for a holder: the operator's, where no tenant looks after the holder.</summary>
    internal static string Keeper(RightsCaller caller, RightsHolderRow row) => row.TenantId.Length > 0 ? row.TenantId : caller.Tenant;

    private Task<long> Note(RightsCaller caller, RightsHolderRow row, string kind, string subject, string detail, CancellationToken cancellation) =>
        audit.Append(Keeper(caller, row), new AuditEntry(kind, subject, detail, time.GetUtcNow().AddYears(YearsKept)), cancellation);
}
