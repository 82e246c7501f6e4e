using System.Security.Cryptography;
using System.Text;
using Microsoft.EntityFrameworkCore;
using SoraFunctions.Pipeline.Data;

namespace SoraFunctions.Pipeline.Audits;

/// <summary>
/// What must be shown to have been done. The records of a tenant are numbered, and each holds the hash of the one before, so that none can be
/// changed or taken out unnoticed.
/// </summary>
/// <param name="database">Where records are.</param>
/// <param name="time">The clock.</param>
public sealed class AuditLog(SoraDatabase database, TimeProvider time)
{
    private const int _mostTries = 8;
    private const string _beginning = "";

    /// <summary>Writes an entry down; one of that kind and subject which is there already is left as it is.</summary>
    /// <param name="tenant">Whose.</param>
    /// <param name="entry">What.</param>
    /// <param name="cancellation">Stops waiting.</param>
    /// <returns>Its number.</returns>
    public async Task<long> Append(string tenant, AuditEntry entry, CancellationToken cancellation)
    {
        for (var tries = 1; ; tries++)
        {
            if (await database.Audits.AsNoTracking().FirstOrDefaultAsync(
                row => row.TenantId == tenant && row.Kind == entry.Kind && row.Subject == entry.Subject, cancellation) is { } known)
            {
                return known.Number;
            }

            var last = await database.Audits.AsNoTracking().Where(row => row.TenantId == tenant)
                .OrderByDescending(row => row.Number).FirstOrDefaultAsync(cancellation);
            var next = new AuditRow
            {
                TenantId = tenant,
                Number = (last?.Number ?? 0) + 1,
                Kind = entry.Kind,
                Subject = entry.Subject,
                Detail = entry.Detail,
                At = time.GetUtcNow(),
                KeepUntil = entry.KeepUntil,
                Previous = last?.Hash ?? _beginning,
                Hash = "",
            };
            next.Hash = HashOf(next);
            database.Audits.Add(next);
            try
            {
                await database.SaveChangesAsync(cancellation);
                return next.Number;
            }
            catch (DbUpdateException) when (tries < _mostTries)
            {
                // Another took the number first.
                database.Entry(next).State = EntityState.Detached;
            }
        }
    }

    /// <summary>The number of the first record of a tenant that was changed or follows a missing one; null when all hold together.</summary>
    /// <param name="tenant">Whose.</param>
    /// <param name="cancellation">Stops waiting.</param>
    public async Task<long?> FirstBroken(string tenant, CancellationToken cancellation)
    {
        AuditRow? before = null;
        await foreach (var row in database.Audits.AsNoTracking().Where(one => one.TenantId == tenant).OrderBy(one => one.Number).AsAsyncEnumerable().WithCancellation(cancellation))
        {
            if (row.Hash != HashOf(row) || before is not null && (row.Previous != before.Hash || row.Number != before.Number + 1))
            {
                return row.Number;
            }

            before = row;
        }

        return null;
    }

    /// <summary>Forgets what need not be kept any longer: from the oldest on, up to the first that must.</summary>
    /// <param name="cancellation">Stops waiting.</param>
    public async Task Forget(CancellationToken cancellation)
    {
        var now = time.GetUtcNow();
        foreach (var tenant in await database.Audits.Where(row => row.KeepUntil < now).Select(row => row.TenantId).Distinct().ToListAsync(cancellation))
        {
            var kept = await database.Audits.Where(row => row.TenantId == tenant && row.KeepUntil >= now).MinAsync(row => (long?)row.Number, cancellation) ?? long.MaxValue;
            // The last one stays: the next needs its number and hash.
            var last = await database.Audits.Where(row => row.TenantId == tenant).MaxAsync(row => row.Number, cancellation);
            await database.Audits.Where(row => row.TenantId == tenant && row.Number < Math.Min(kept, last)).ExecuteDeleteAsync(cancellation);
        }
    }

    private static string HashOf(AuditRow row)
    {
        string[] parts = [row.TenantId, $"{row.Number}", row.Kind, row.Subject, row.Detail, $"{row.At.UtcTicks}", $"{row.KeepUntil.UtcTicks}", row.Previous];
        // With their lengths, so that no text can be moved from one part to the next.
        return Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(string.Concat(parts.Select(part => $"{part.Length}:{part}")))));
    }
}
