using System.Security.Cryptography;
using Microsoft.EntityFrameworkCore;
using SoraFunctions.Pipeline.Data;

namespace SoraFunctions.Api.Links;

/// <summary>The secret of a day: the same on every machine, deleted when the day is over, so that yesterday's visitors can't be told from today's.</summary>
internal sealed class DailySalt
{
    private volatile DailySaltRow? _latest;

    /// <summary>The salt of the day that a time lies in.</summary>
    public async ValueTask<byte[]> Of(DateTimeOffset time, SoraDatabase database, CancellationToken cancellation)
    {
        var day = DailySaltRow.DayOf(time);
        if (_latest is not { } known || known.Day != day)
        {
            _latest = known = await Find(day, database, cancellation) ?? await Make(day, database, cancellation);
        }

        return known.Salt;
    }

    private static Task<DailySaltRow?> Find(string day, SoraDatabase database, CancellationToken cancellation) =>
        database.DailySalts.AsNoTracking().SingleOrDefaultAsync(row => row.Day == day, cancellation);

    private static async Task<DailySaltRow> Make(string day, SoraDatabase database, CancellationToken cancellation)
    {
        var entry = database.DailySalts.Add(new DailySaltRow { Day = day, Salt = RandomNumberGenerator.GetBytes(32) });
        try
        {
            await database.SaveChangesAsync(cancellation);
            return entry.Entity;
        }
        catch (DbUpdateException)
        {
            // Another machine was quicker, unless the database is in trouble.
            if (await Find(day, database, cancellation) is { } made)
            {
                return made;
            }

            throw;
        }
        finally
        {
            entry.State = EntityState.Detached;
        }
    }
}
