using System.Text.Json;
using System.Text.RegularExpressions;
using Microsoft.EntityFrameworkCore;
using SoraFunctions.Pipeline.Audits;
using SoraFunctions.Pipeline.Channels;
using SoraFunctions.Pipeline.Data;
using SoraFunctions.Pipeline.Labels;
using SoraFunctions.Pipeline.Requests;
using SoraFunctions.Pipeline.Rights.Wire;

namespace SoraFunctions.Pipeline.Rights;

/// <summary>Gives and revokes grants.</summary>
/// <param name="database">Where they are.</param>
/// <param name="holders">Who gives them.</param>
/// <param name="audit">Where it is written down.</param>
/// <param name="time">The clock.</param>
public sealed partial class GrantDesk(SoraDatabase database, HolderDesk holders, AuditLog audit, TimeProvider time)
{
    /// <summary>A grant that the caller has, or that a holder gave whom he looks after; null for none.</summary>
    /// <param name="caller">Who calls.</param>
    /// <param name="id">Of the grant.</param>
    /// <param name="cancellation">Stops waiting.</param>
    public async Task<GrantRow?> Find(RightsCaller caller, string id, CancellationToken cancellation) =>
        await Seen(caller).FirstOrDefaultAsync(grant => grant.Id == id, cancellation);

    /// <summary>Grants that the caller has, and those that holders gave whom he looks after, the newest first.</summary>
    /// <param name="caller">Who calls.</param>
    /// <param name="after">The last one of the page before; null for the first page.</param>
    /// <param name="most">How many at most.</param>
    /// <param name="cancellation">Stops waiting.</param>
    public async Task<IReadOnlyList<GrantRow>> List(RightsCaller caller, string? after, int most, CancellationToken cancellation) =>
        await Seen(caller).AsNoTracking().Where(grant => after == null || string.Compare(grant.Id, after) < 0)
            .OrderByDescending(grant => grant.Id).Take(most).ToListAsync(cancellation);

    /// <summary>Gives a grant. Asked again with the same id it changes nothing.</summary>
    /// <param name="caller">Who calls; the holder must be his to look after.</param>
    /// <param name="wish">What is granted.</param>
    /// <param name="id">Of the grant.</param>
    /// <param name="cancellation">Stops waiting.</param>
    /// <exception cref="RequestException">It can't be given so.</exception>
    public async Task<GrantRow> Give(RightsCaller caller, GrantWish wish, string id, CancellationToken cancellation)
    {
        if (await Find(caller, id, cancellation) is { } known)
        {
            return known;
        }

        if (await holders.Find(caller, wish.RightsHolder, cancellation) is not { RemovedAt: null } holder)
        {
            throw Bad("rights_holder", "rights_holder must be the id of a rights-holder whom you look after.");
        }

        var works = RightsJson.Works(holder.Works).ToDictionary(work => work.Id);
        if (wish.Works is { Count: 0 or > HolderReading.MostWorks })
        {
            throw Bad("works", $"works must name 1 to {HolderReading.MostWorks}, or be left out for all.");
        }

        foreach (var (i, work) in (wish.Works ?? []).Index())
        {
            if (works.GetValueOrDefault(work) is not { Confirmed: true })
            {
                throw Bad($"works[{i}]", works.ContainsKey(work)
                    ? $"works[{i}] is not confirmed yet: the operator has to confirm that it is the holder's."
                    : $"works[{i}] must be the id of a work of the holder.");
            }
        }

        var now = time.GetUtcNow();
        var from = wish.From ?? now;
        if (wish.Until <= from || wish.Until <= now)
        {
            throw Bad("until", "until must be later than from, and than now.");
        }

        var grant = new GrantRow
        {
            Id = id,
            HolderId = holder.Id,
            TenantId = TenantId(wish.Tenant),
            Works = Written(wish.Works?.Distinct().ToList()),
            Markets = Written(Read("markets", wish.Markets, name => LabelTable.Built.Names.FirstOrDefault(one => one == name), LabelTable.Built.Names)),
            Channels = Written(Read("channels", wish.Channels, name => ChannelProfile.Find(name)?.Name, ChannelProfile.Names)),
            From = from,
            Until = wish.Until,
            ShareBasisPoints = wish.ShareBasisPoints is >= 0 and <= RightsGate.Whole
                ? wish.ShareBasisPoints
                : throw Bad("share_basis_points", $"share_basis_points must be a whole number from 0 to {RightsGate.Whole}: 250 is 2.5 %."),
            CreatedAt = now,
        };
        database.Grants.Add(grant);
        await database.SaveChangesAsync(cancellation);
        await Note(caller, holder, "grant.given", grant, cancellation);
        return grant;
    }

    /// <summary>Revokes a grant. Asked again it changes nothing.</summary>
    /// <param name="caller">Who calls.</param>
    /// <param name="grant">Which.</param>
    /// <param name="cancellation">Stops waiting.</param>
    /// <returns>False where the caller has the grant but does not give it.</returns>
    public async Task<bool> Revoke(RightsCaller caller, GrantRow grant, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(grant);
        if (await holders.Find(caller, grant.HolderId, cancellation) is not { } holder)
        {
            return false;
        }

        if (grant.RevokedAt is null)
        {
            grant.RevokedAt = time.GetUtcNow();
            await database.SaveChangesAsync(cancellation);
            await Note(caller, holder, "grant.revoked", grant, cancellation);
        }

        return true;
    }

    /// <summary>The id of a tenant, well formed; whether there is one is nobody else's business.</summary>
    /// <exception cref="RequestException">No tenant can be called so.</exception>
    internal static string TenantId(string id) => IdForm().IsMatch(id) ? id : throw Bad("tenant", "tenant must have 1 to 32 characters of a-z, 0-9 and '-'.");

    private IQueryable<GrantRow> Seen(RightsCaller caller) => database.Grants.Where(grant =>
        caller.IsOperator || grant.TenantId == caller.Tenant || database.RightsHolders.Any(holder => holder.Id == grant.HolderId && holder.TenantId == caller.Tenant));

    private static IReadOnlyList<string>? Read(string field, IReadOnlyList<string>? names, Func<string, string?> known, IReadOnlyList<string> all) =>
        names is { Count: 0 } ? throw Bad(field, $"{field} must name at least one, or be left out for all.") :
        names?.Select((name, i) => known(name) ?? throw Bad($"{field}[{i}]", $"{field}[{i}] must be one of: {string.Join(", ", all)}.")).Distinct().ToList();

    private static string Written(IReadOnlyList<string>? words) => JsonSerializer.Serialize(words ?? [], RightsJson.Default.IReadOnlyListString);

    private Task<long> Note(RightsCaller caller, RightsHolderRow holder, string kind, GrantRow grant, CancellationToken cancellation) => audit.Append(
        HolderDesk.Keeper(caller, holder),
        new AuditEntry(kind, grant.Id, $"{holder.Name} to {grant.TenantId}, {grant.ShareBasisPoints} basis points", time.GetUtcNow().AddYears(HolderDesk.YearsKept)),
        cancellation);

    private static RequestException Bad(string field, string message) => new(new RequestError(field, message));

    [GeneratedRegex(@"\A[a-z0-9-]{1,32}\z")]
    private static partial Regex IdForm();
}
