using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using SoraFunctions.Pipeline.Data;
using SoraFunctions.Pipeline.Orchestration;

namespace SoraFunctions.Pipeline.Rights;

/// <summary>Books what is made under grants: each video and grant once, when the first of its files is signed.</summary>
/// <param name="database">Where the book is.</param>
/// <param name="time">The clock.</param>
public sealed class GrantBook(SoraDatabase database, TimeProvider time)
{
    /// <summary>Of a video whose grant was revoked or ran out before it was signed.</summary>
    public const string Ended = "rights_grant_ended";

    /// <summary>
    /// What a video shows of rights-holders, once it is sure that it may be signed: a grant must hold at that moment too. What is booked already stays
    /// allowed, so that one channel of a video is not signed and another is not.
    /// </summary>
    /// <param name="tenant">Whose video.</param>
    /// <param name="videoId">Which.</param>
    /// <param name="cancellation">Stops waiting.</param>
    /// <exception cref="FinalException"><see cref="Ended"/>.</exception>
    public async Task<IReadOnlyList<VideoRight>> Standing(string tenant, string videoId, CancellationToken cancellation)
    {
        var rights = RightsJson.Rights(await database.Videos.AsNoTracking()
            .Where(row => row.Id == videoId && row.TenantId == tenant).Select(row => row.Rights).FirstOrDefaultAsync(cancellation));
        var booked = rights.Count == 0 ? [] : await database.GrantUses.AsNoTracking().Where(use => use.VideoId == videoId).Select(use => use.GrantId).ToListAsync(cancellation);
        foreach (var right in rights.Where(right => right.GrantId is not null && !booked.Contains(right.GrantId)))
        {
            var grant = await Grant(right.GrantId!, cancellation);
            if (grant is not { RevokedAt: null } || grant.Until <= time.GetUtcNow())
            {
                var how = grant is { RevokedAt: null, Until: { } until } ? string.Create(CultureInfo.InvariantCulture, $"ended on {until.UtcDateTime:yyyy-MM-dd HH:mm} UTC") : "was revoked";
                throw new FinalException(Ended, $"The grant {right.GrantId} of {right.Holder} for {right.Work} {how}, before the video was signed. Nothing was signed or delivered; ask for a new grant and order again.");
            }
        }

        return rights;
    }

    /// <summary>Books the grants of a signed video.</summary>
    /// <param name="tenant">Whose video.</param>
    /// <param name="videoId">Which.</param>
    /// <param name="rights">What it shows.</param>
    /// <param name="cancellation">Stops waiting.</param>
    public async Task Book(string tenant, string videoId, IReadOnlyList<VideoRight> rights, CancellationToken cancellation)
    {
        foreach (var group in rights.Where(right => right.GrantId is not null).GroupBy(right => right.GrantId!))
        {
            if (await IsBooked(videoId, group.Key, cancellation) || await Grant(group.Key, cancellation) is not { } grant)
            {
                continue;
            }

            var use = new GrantUseRow
            {
                VideoId = videoId,
                GrantId = grant.Id,
                TenantId = tenant,
                HolderId = grant.HolderId,
                Works = JsonSerializer.Serialize([.. group.Select(right => right.Work).Distinct()], RightsJson.Default.IReadOnlyListString),
                ShareBasisPoints = grant.ShareBasisPoints,
                At = time.GetUtcNow(),
            };
            database.GrantUses.Add(use);
            try
            {
                await database.SaveChangesAsync(cancellation);
            }
            catch (DbUpdateException)
            {
                // Another channel of the video was signed at the same moment.
                database.Entry(use).State = EntityState.Detached;
                if (!await IsBooked(videoId, grant.Id, cancellation))
                {
                    throw;
                }
            }
        }
    }

    /// <summary>What a signature under these rights depends on: part of the key under which it is kept. Empty for none.</summary>
    /// <param name="rights">What a video shows.</param>
    public static string KeyOf(IReadOnlyList<VideoRight> rights) => rights.Count == 0
        ? ""
        : $"/{Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(JsonSerializer.Serialize(rights, RightsJson.Default.IReadOnlyListVideoRight))))[..16]}";

    private Task<bool> IsBooked(string videoId, string grantId, CancellationToken cancellation) =>
        database.GrantUses.AsNoTracking().AnyAsync(use => use.VideoId == videoId && use.GrantId == grantId, cancellation);

    private Task<GrantRow?> Grant(string id, CancellationToken cancellation) =>
        database.Grants.AsNoTracking().FirstOrDefaultAsync(grant => grant.Id == id, cancellation);
}
